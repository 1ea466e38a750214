package dev.peregrine.plugin.scorer.keywords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known of words beforehand, English and German.
 *
 * @param stop words that carry no meaning
 * @param advertising words that advertisements and résumés share whatever the job is; as keys
 * @param common words that say how somebody works, not at what: never a gap; as keys
 * @param spellings other spellings of a word that stand for the same thing
 */
record WordLists(
    Set<String> stop, Set<String> advertising, Set<String> common, Map<String, String> spellings) {

  static final WordLists SHIPPED =
      new WordLists(
          words("stop-words.txt"),
          keys(words("advertising-words.txt")),
          keys(words("common-words.txt")),
          spellings("spellings.txt"));

  private static Set<String> keys(Set<String> words) {
    var keys = new HashSet<String>();
    words.forEach(word -> keys.add(Lexicon.singular(word)));
    return Set.copyOf(keys);
  }

  private static Set<String> words(String file) {
    var words = new HashSet<String>();
    lines(file, line -> words.addAll(Set.of(line.split(" "))));
    return Set.copyOf(words);
  }

  private static Map<String, String> spellings(String file) {
    var spellings = new HashMap<String, String>();
    lines(file, line -> spellings.put(line.split(" ")[0], line.split(" ")[1]));
    return Map.copyOf(spellings);
  }

  private static void lines(String file, Consumer<String> line) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(WordLists.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      in.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).forEach(line);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Word list \"" + file + "\" is not readable.", unreadable);
    }
  }
}
