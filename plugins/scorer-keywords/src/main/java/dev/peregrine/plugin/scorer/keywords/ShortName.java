package dev.peregrine.plugin.scorer.keywords;

import java.util.Locale;
import java.util.Set;

/**
 * A lone letter or a {@code go} within a line, which may be the language {@code C}, {@code R} or
 * {@code Go}, or only an initial, a class of driving licence, a verb.
 *
 * @param previous the word before, as written; empty where there is none
 */
record ShortName(String line, int start, int end, String previous) {

  private static final Set<String> TAKES_A_LETTER =
      Set.of(
          "appendix",
          "category",
          "class",
          "grade",
          "hepatitis",
          "klasse",
          "level",
          "part",
          "plan",
          "schedule",
          "section",
          "series",
          "tier",
          "type",
          "vitamin");

  private static final Set<String> AFTER_THE_VERB =
      Set.of(
          "above", "ahead", "back", "beyond", "deep", "deeper", "far", "for", "further", "get",
          "home", "into", "live", "out", "over", "the", "through", "to", "where", "with");

  private static final String GLUE = "&'’-.\"“”";
  private static final String LIST_MARKS = ",;/|•·:()";

  boolean isLanguage() {
    return switch (line.substring(start, end)) {
      case "C", "R" -> isLetterOfItsOwn();
      case "c", "r" -> followsASymbol() || line.startsWith("/c++", end);
      case "Go" -> !touchesAHyphen() && !AFTER_THE_VERB.contains(nextWord());
      case "go", "GO", "gO" -> !touchesAHyphen() && (isListed() || isAmongSymbols());
      default -> false;
    };
  }

  private boolean isLetterOfItsOwn() {
    boolean glued =
        GLUE.indexOf(charAt(start - 1)) >= 0
            || (charAt(end) != '.' && GLUE.indexOf(charAt(end)) >= 0);
    return !glued && !isInitial() && !TAKES_A_LETTER.contains(previous.toLowerCase(Locale.ROOT));
  }

  /** {@code John C. Smith}, but neither {@code Java, C.} nor {@code written in C.} */
  private boolean isInitial() {
    boolean afterName = previous.isEmpty() || Character.isUpperCase(previous.charAt(0));
    return charAt(end) == '.'
        && end + 1 < line.length()
        && afterName
        && LIST_MARKS.indexOf(before()) < 0;
  }

  private boolean isListed() {
    return isListMark(before()) && isListMark(after());
  }

  private boolean isAmongSymbols() {
    return followsASymbol() && !Character.isLowerCase(after());
  }

  /** Whether the word before is {@code C++}, {@code C#}, {@code R} or the like. */
  private boolean followsASymbol() {
    return previous.length() == 1
        || previous.startsWith(".")
        || previous.endsWith("+")
        || previous.endsWith("#");
  }

  private boolean touchesAHyphen() {
    return charAt(end) == '-' || charAt(start - 1) == '-';
  }

  private static boolean isListMark(char c) {
    return c == '\n' || LIST_MARKS.indexOf(c) >= 0;
  }

  private char before() {
    int i = start - 1;
    while (charAt(i) == ' ') {
      i--;
    }
    return charAt(i);
  }

  private char after() {
    return charAt(behindBlanks());
  }

  private int behindBlanks() {
    int i = end;
    while (charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private String nextWord() {
    int from = behindBlanks();
    int to = from;
    while (to - from < 10 && Character.isLetter(charAt(to))) {
      to++;
    }
    return to == from ? "" : line.substring(from, to).toLowerCase(Locale.ROOT);
  }

  /** Both ends of a line read as a line feed. */
  private char charAt(int i) {
    return i >= 0 && i < line.length() ? line.charAt(i) : '\n';
  }
}
