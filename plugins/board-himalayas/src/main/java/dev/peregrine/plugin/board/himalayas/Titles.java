package dev.peregrine.plugin.board.himalayas;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The titles that a person looks for.
 *
 * @param wanted none: any title fits
 */
record Titles(List<String> wanted) {

  /** Keeps {@code C++}, {@code C#} and {@code node.js} whole. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#.]+|\\.(?=\\s|$)");

  /** Whether a title holds all words of one that is wanted, in any order. */
  boolean fit(String title) {
    Set<String> words = Set.copyOf(words(title));
    return wanted.isEmpty() || wanted.stream().anyMatch(one -> words.containsAll(words(one)));
  }

  private static List<String> words(String title) {
    return BETWEEN_WORDS
        .splitAsStream(title.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
