package dev.peregrine.plugin.scorer.keywords;

import java.util.Locale;

/**
 * Where two words stick together, because a board lost the line end between them: {@code
 * BenefitsWe}, {@code COMPANYOur}. Only before a word without meaning, so that {@code JavaScript}
 * and {@code GraphQL} stay whole.
 */
final class Seam {

  private Seam() {}

  /** Index of the second word, or -1. */
  static int in(String word) {
    for (int i = word.length() - 2; i >= 2; i--) {
      if (Character.isUpperCase(word.charAt(i)) && beginsAWord(word, i)) {
        return splits(word, i) ? i : -1;
      }
    }
    return -1;
  }

  private static boolean beginsAWord(String word, int i) {
    return Character.isLowerCase(word.charAt(i - 1))
        || (i < word.length() - 2 && Character.isLowerCase(word.charAt(i + 1)));
  }

  private static boolean splits(String word, int i) {
    return WordLists.SHIPPED.stop().contains(word.substring(i).toLowerCase(Locale.ROOT))
        && !WordLists.SHIPPED.spellings().containsKey(word.toLowerCase(Locale.ROOT));
  }
}
