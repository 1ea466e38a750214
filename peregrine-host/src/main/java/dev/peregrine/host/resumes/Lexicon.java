package dev.peregrine.host.resumes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A file of named lists of words: a line is {@code name = word, word}. */
public final class Lexicon {

  private Lexicon() {}

  /**
   * Reads one that the program brings with it.
   *
   * @param name such as {@code resumes/words.txt}
   */
  public static Map<String, List<String>> read(String name) {
    try (InputStream file = Lexicon.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its file " + name);
      }
      var lists = new LinkedHashMap<String, List<String>>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(" = "))
          .forEach(
              line -> {
                String[] parts = line.split(" = ", 2);
                lists.put(
                    parts[0].strip(),
                    Stream.of(parts[1].split(","))
                        .map(word -> word.replace("\"", "").strip())
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
              });
      return lists;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
