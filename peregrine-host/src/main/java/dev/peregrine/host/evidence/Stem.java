package dev.peregrine.host.evidence;

import java.util.List;
import java.util.Set;

/**
 * What is left of a word when its endings are cut off. Coarse on purpose: it only has to find the
 * same matter again in other words, "managing" as "management".
 */
final class Stem {

  private static final List<String> ENDINGS =
      List.of(
          "ierungen",
          "isations",
          "izations",
          "ierung",
          "isation",
          "ization",
          "ierten",
          "ierte",
          "ments",
          "ungen",
          "tions",
          "sions",
          "ings",
          "ment",
          "tion",
          "sion",
          "ance",
          "ence",
          "ung",
          "ing",
          "ers",
          "ors",
          "ies",
          "ied",
          "tet",
          "ten",
          "ern",
          "en",
          "er",
          "or",
          "ed",
          "es",
          "te",
          "ly",
          "al",
          "e",
          "s",
          "y",
          "t",
          "n");
  private static final int LEAST = 4;
  private static final int MOST = 7;

  private Stem() {}

  static String of(String folded) {
    String stem = folded;
    for (String ending : ENDINGS) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= LEAST) {
        stem = stem.substring(0, stem.length() - ending.length());
        break;
      }
    }
    return stem.length() > MOST ? stem.substring(0, MOST) : stem;
  }

  /** How many stems are in both. */
  static long common(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).count();
  }
}
