package dev.peregrine.plugin.board.lever;

import dev.peregrine.api.Posting;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The titles that the person looks for. One fits where all its words stand in a posting's title.
 */
record WantedTitles(List<Set<String>> titles) {

  static WantedTitles of(List<String> wanted) {
    return new WantedTitles(
        wanted.stream().map(WantedTitles::words).filter(words -> !words.isEmpty()).toList());
  }

  boolean fit(Posting posting) {
    Set<String> words = words(posting.title());
    return titles.isEmpty() || titles.stream().anyMatch(words::containsAll);
  }

  /** Lower case without accents; signs within a word such as C++ and C# count. */
  private static Set<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}+#]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
