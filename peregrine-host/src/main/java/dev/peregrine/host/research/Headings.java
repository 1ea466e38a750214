package dev.peregrine.host.research;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that tell under which heading a sentence belongs. */
final class Headings {

  static final Headings SHIPPED = read();

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");

  private final Map<Heading, List<String>> words;

  private Headings(Map<Heading, List<String>> words) {
    this.words = words;
  }

  private static Headings read() {
    var properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                Headings.class.getResourceAsStream("/research/headings.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    var words = new EnumMap<Heading, List<String>>(Heading.class);
    for (Heading heading : Heading.values()) {
      words.put(heading, List.of(properties.getProperty(heading.key(), "").split("\\s+")));
    }
    return new Headings(words);
  }

  /** How many of a heading's words a sentence has; a word counts once. */
  int weight(String sentence, Heading heading) {
    Set<String> met = new HashSet<>();
    for (String word : BETWEEN.split(sentence.toLowerCase(Locale.ROOT), -1)) {
      for (String beginning : words.getOrDefault(heading, List.of())) {
        // Short ones are words of their own: "ai" does not begin "aim".
        if (beginning.length() < 4 ? word.equals(beginning) : word.startsWith(beginning)) {
          met.add(beginning);
        }
      }
    }
    return met.size();
  }
}
