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

  /** A lone letter and {@code go} are words only as names of languages. */
  private boolean isWord(int start, int end) {
    boolean go = end - start == 2 && line.regionMatches(true, start, "go", 0, 2);
    return (end - start > 1 && !go) || new ShortName(line, start, end, previous).isLanguage();
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
