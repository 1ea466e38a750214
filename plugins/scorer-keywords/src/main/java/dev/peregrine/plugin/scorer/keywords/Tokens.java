package dev.peregrine.plugin.scorer.keywords;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts one line of text into words as written, the same way for résumé and posting: runs of letters
 * and digits, but {@code C++}, {@code C#}, {@code .NET}, {@code node.js}, {@code CI/CD} whole, and
 * {@code C}, {@code R} and {@code Go} where they are languages. Web and mail addresses are no
 * words.
 */
final class Tokens {

  /** Words that a letter of its own belongs to: {@code Class C}, {@code Vitamin C}. */
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

  /** What follows the verb {@code go}. */
  private static final Set<String> AFTER_THE_VERB =
      Set.of(
          "above", "ahead", "back", "beyond", "deep", "deeper", "far", "for", "further", "get",
          "home", "into", "live", "out", "over", "the", "through", "to", "where", "with");

  /** First halves of the spellings that are written in two words. */
  private static final Set<String> FIRST_HALVES =
      Set.of(
          "back",
          "ci",
          "dev",
          "dot",
          "front",
          "full",
          "java",
          "next",
          "node",
          "objective",
          "react",
          "type",
          "vue",
          "e");

  private static final Set<String> WITH_SLASH = Set.of("ci/cd", "tcp/ip", "pl/sql", "a/b");

  private final String line;
  private final Consumer<String> found;
  private int at;
  private String previous = "";

  private Tokens(String line, Consumer<String> found) {
    this.line = line;
    this.found = found;
  }

  /** Hands over the words of a line in order. */
  static void of(String line, Consumer<String> found) {
    new Tokens(line, found).read();
  }

  private void read() {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '.' && isNet(at + 1) && !isWordChar(at - 1)) {
        emit(at, at + 4);
      } else if (Character.isLetterOrDigit(c)) {
        word();
      } else {
        at++;
      }
    }
  }

  private void word() {
    int start = at;
    int end = endOfRun(start);
    if (isAddress(end)) {
      at = endOfAddress(end);
      previous = "";
      return;
    }
    end = withSymbol(start, end);
    int longer = end - start <= 9 ? withSecondHalf(start, end) : end;
    if (longer > end || isWord(start, end)) {
      emit(start, longer);
    } else {
      previous = "";
      at = end;
    }
  }

  private void emit(int start, int end) {
    previous = line.substring(start, end);
    int seam = Seam.in(previous);
    found.accept(seam < 0 ? previous : previous.substring(0, seam));
    if (seam >= 0) {
      found.accept(previous.substring(seam));
    }
    at = end;
    if (previous.endsWith("+") || previous.endsWith("#")) {
      while (at < line.length() && Character.isDigit(line.charAt(at))) {
        at++; // the year in C++20
      }
    } else {
      skipShortEnding();
    }
  }

  /** The {@code 's}, {@code 'll}, {@code 't} behind a word. */
  private void skipShortEnding() {
    if (at < line.length() && (line.charAt(at) == '\'' || line.charAt(at) == '’')) {
      int end = endOfRun(at + 1);
      if (end - at <= 3) {
        at = end;
      }
    }
  }

  private int endOfRun(int start) {
    int end = start;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || isDotBeforeSuffix(end))) {
      end++;
    }
    return end;
  }

  private boolean isDotBeforeSuffix(int dot) {
    boolean js =
        line.regionMatches(true, dot + 1, "js", 0, 2)
            && !isWordChar(dot + 3)
            && isWordChar(dot - 1);
    return line.charAt(dot) == '.' && (js || (isNet(dot + 1) && isWordChar(dot - 1)));
  }

  private boolean isNet(int start) {
    return line.regionMatches(true, start, "net", 0, 3) && !isWordChar(start + 3);
  }

  private boolean isAddress(int end) {
    return line.startsWith("://", end)
        || (charAt(end) == '@' && isWordChar(end + 1))
        || (charAt(end) == '.' && end - at == 3 && line.regionMatches(true, at, "www", 0, 3));
  }

  private int endOfAddress(int from) {
    int end = from;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private int withSymbol(int start, int end) {
    int length = end - start;
    if (line.startsWith("++", end) && length <= 8) {
      return end + 2;
    }
    if (charAt(end) == '#' && length == 1) {
      return end + 1;
    }
    if (charAt(end) == '/' && length <= 3) {
      int second = endOfRun(end + 1);
      return WITH_SLASH.contains(lower(start, second)) ? second : end;
    }
    return end;
  }

  private int withSecondHalf(int start, int end) {
    if ((charAt(end) != ' ' && charAt(end) != '-') || !FIRST_HALVES.contains(lower(start, end))) {
      return end;
    }
    int second = endOfRun(end + 1);
    Map<String, String> spellings = WordLists.SHIPPED.spellings();
    return second - start <= 12 && spellings.containsKey(lower(start, second).replace(' ', '-'))
        ? second
        : end;
  }

  private boolean isWord(int start, int end) {
    if (end - start == 1) {
      char letter = line.charAt(start);
      boolean upper = letter == 'C' || letter == 'R';
      boolean lower = letter == 'c' || letter == 'r';
      return upper
          ? isLanguageLetter(start, end)
          : lower && (followsASymbol() || line.startsWith("/c++", end));
    }
    if (end - start == 2 && line.regionMatches(true, start, "go", 0, 2)) {
      return isGoLanguage(start, end);
    }
    return true;
  }

  private boolean isLanguageLetter(int start, int end) {
    char before = charAt(start - 1);
    char after = charAt(end);
    boolean initial = after == '.' && (previous.isEmpty() || isUpper(previous.charAt(0)));
    return "&'’-.\"“”".indexOf(before) < 0
        && "&'’-\"“”".indexOf(after) < 0
        && !initial
        && !TAKES_A_LETTER.contains(previous.toLowerCase(Locale.ROOT));
  }

  private boolean isGoLanguage(int start, int end) {
    char after = charAt(end);
    if (after == '-' || charAt(start - 1) == '-') {
      return false;
    }
    int next = end;
    while (charAt(next) == ' ') {
      next++;
    }
    boolean named = line.charAt(start) == 'G' && line.charAt(start + 1) == 'o';
    if (named) {
      return !AFTER_THE_VERB.contains(lower(next, endOfRun(next)));
    }
    boolean listed = isListMark(beforeBlanks(start)) && isListMark(charAt(next));
    return listed || (followsASymbol() && !Character.isLowerCase(charAt(next)));
  }

  /** Whether the word before is {@code C++}, {@code C#}, {@code R} or the like. */
  private boolean followsASymbol() {
    if (previous.isEmpty()) {
      return false;
    }
    char last = previous.charAt(previous.length() - 1);
    return last == '+' || last == '#' || previous.charAt(0) == '.' || previous.length() == 1;
  }

  private char beforeBlanks(int start) {
    int i = start - 1;
    while (charAt(i) == ' ') {
      i--;
    }
    return charAt(i);
  }

  private static boolean isListMark(char c) {
    return ",;/|•·:()\n".indexOf(c) >= 0;
  }

  private static boolean isUpper(char c) {
    return Character.isUpperCase(c);
  }

  private boolean isWordChar(int i) {
    return Character.isLetterOrDigit(charAt(i));
  }

  /** The end of a line reads as a line feed. */
  private char charAt(int i) {
    return i >= 0 && i < line.length() ? line.charAt(i) : '\n';
  }

  private String lower(int start, int end) {
    return line.substring(start, Math.min(end, line.length())).toLowerCase(Locale.ROOT);
  }
}
