package dev.peregrine.plugin.scorer.twodocument;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Counts words as the reference does: lower case, two word characters or more, no stop words. */
final class Words {

  static final Set<String> STOP = stopWords();

  private Words() {}

  /** Word to count, alphabetically. */
  static Map<String, Integer> count(String text) {
    var counts = new TreeMap<String, Integer>();
    for (String word : in(text)) {
      if (!STOP.contains(word)) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The runs of two or more letters, digits, marks of letters and underscores. */
  private static List<String> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    var words = new ArrayList<String>();
    int start = 0;
    int characters = 0;
    for (int at = 0; at <= lower.length(); ) {
      int c = at < lower.length() ? lower.codePointAt(at) : ' ';
      int next = at + Character.charCount(c);
      if (isWordCharacter(c)) {
        characters++;
      } else {
        if (characters >= 2) {
          words.add(lower.substring(start, at));
        }
        start = next;
        characters = 0;
      }
      at = next;
    }
    return words;
  }

  /** Python's {@code \w}: what is alphanumeric there, numbers such as ² included. */
  private static boolean isWordCharacter(int c) {
    if (c < 128) {
      return Character.isLetterOrDigit(c) || c == '_';
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static Set<String> stopWords() {
    String file = "stop-words.txt";
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      var words = new HashSet<String>();
      in.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> words.addAll(Set.of(line.split(" "))));
      return Set.copyOf(words);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Word list \"" + file + "\" is not readable.", unreadable);
    }
  }
}
