package dev.peregrine.plugin.scorer.keywords;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a word as written into what it is compared by. Remembers what it has seen, because the
 * postings of a call repeat the same words; belongs to one call and one thread.
 */
final class Lexicon {

  /**
   * A word to count.
   *
   * @param key what it is compared by
   * @param weight 1 for an ordinary word, less for one that all advertisements share, 0 for one
   *     that does not count
   */
  record Word(String key, double weight) {

    boolean counts() {
      return weight > 0;
    }

    /** Whether it says something about the work. */
    boolean tells() {
      return weight == 1;
    }
  }

  /** Found by trying 0, 0.15, 0.25, 0.5 and 1: all below 0.5 are equally good. */
  private static final double ADVERTISING_WEIGHT = 0.25;

  private static final Word NOTHING = new Word("", 0);
  private static final int MAX_LENGTH = 40;
  private static final int MAX_REMEMBERED = 100_000;

  private final WordLists lists = WordLists.SHIPPED;
  private final Map<String, Word> seen = new HashMap<>(4_096);

  Word word(String written) {
    Word known = seen.get(written);
    if (known == null) {
      known = look(written);
      if (seen.size() >= MAX_REMEMBERED) {
        seen.clear(); // a flood of made-up words must not fill the memory
      }
      seen.put(written, known);
    }
    return known;
  }

  private Word look(String written) {
    if (written.length() > MAX_LENGTH) {
      return NOTHING;
    }
    String lower =
        (isAcronymInPlural(written) ? chopped(written) : written).toLowerCase(Locale.ROOT);
    String spelling = lists.spellings().get(lower.replace(' ', '-'));
    if (spelling != null) {
      lower = spelling;
    }
    if (lists.stop().contains(lower) || isAmount(lower)) {
      return NOTHING;
    }
    String key = singular(lower);
    return new Word(key, lists.advertising().contains(key) ? ADVERTISING_WEIGHT : 1);
  }

  /** {@code APIs}, {@code KPIs}: the general rule would take {@code apis} for a singular. */
  private static boolean isAcronymInPlural(String word) {
    return word.length() > 2
        && word.endsWith("s")
        && chopped(word).chars().allMatch(Character::isUpperCase);
  }

  private static String chopped(String word) {
    return word.substring(0, word.length() - 1);
  }

  /** Plain numbers and such as {@code 10x}, {@code 120k}; {@code 5g} and {@code 3d} are things. */
  private static boolean isAmount(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    return digits == word.length() || (digits >= 2 && digits == word.length() - 1);
  }

  /**
   * The word without a plural's ending. Nothing more is cut off: a stemmer measured worse in every
   * set, because it throws {@code engineer} and {@code engine}, {@code manage} and {@code manager}
   * together.
   */
  static String singular(String word) {
    int length = word.length();
    if (length < 4 || !word.endsWith("s") || word.indexOf('.') >= 0) {
      return word;
    }
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is") || word.equals("news")) {
      return word;
    }
    if (word.endsWith("ies") && length > 4) {
      return word.substring(0, length - 3) + "y";
    }
    if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes")) {
      return word.substring(0, length - 2);
    }
    return word.endsWith("sses") ? word.substring(0, length - 2) : chopped(word);
  }
}
