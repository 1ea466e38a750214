package dev.peregrine.api.board;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as comparable words: without case, accents and punctuation, but with the signs that make
 * {@code C++}, {@code C#}, {@code .NET} and {@code node.js} words of their own. In scripts that are
 * written without blanks every letter is a word, so that a phrase still is found as a whole.
 */
final class Words {

  private static final Set<UnicodeScript> WITHOUT_BLANKS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Words() {}

  static List<String> of(String text) {
    String plain = plain(text);
    var words = new ArrayList<String>();
    int at = 0;
    while (at < plain.length()) {
      int letter = plain.codePointAt(at);
      if (WITHOUT_BLANKS.contains(UnicodeScript.of(letter))) {
        words.add(Character.toString(letter));
        at += Character.charCount(letter);
      } else if (Character.isLetterOrDigit(letter) || isDotOfName(plain, at)) {
        int end = end(plain, at);
        words.add(plain.substring(at, end));
        at = end;
      } else {
        at += Character.charCount(letter);
      }
    }
    return words;
  }

  /** Without case and accents. */
  private static String plain(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ł", "l").replace("ø", "o");
    if (lower.chars().allMatch(letter -> letter < 128)) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    var plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int end(String plain, int start) {
    int at =
        start == plain.length() ? start : start + Character.charCount(plain.codePointAt(start));
    while (at < plain.length()) {
      int letter = plain.codePointAt(at);
      boolean inside =
          (Character.isLetterOrDigit(letter) && !WITHOUT_BLANKS.contains(UnicodeScript.of(letter)))
              || letter == '+'
              || letter == '#'
              || isDotInside(plain, at);
      if (!inside) {
        break;
      }
      at += Character.charCount(letter);
    }
    return at;
  }

  /** The dot of {@code .net}, which begins a word. */
  private static boolean isDotOfName(String plain, int at) {
    return plain.startsWith(".net", at)
        && (at == 0 || !Character.isLetterOrDigit(plain.charAt(at - 1)))
        && (at + 4 == plain.length() || !Character.isLetterOrDigit(plain.charAt(at + 4)));
  }

  /** The dot of {@code node.js}, not that between two sentences. */
  private static boolean isDotInside(String plain, int at) {
    return plain.charAt(at) == '.'
        && at + 2 < plain.length()
        && plain.startsWith("js", at + 1)
        && (at + 3 == plain.length() || !Character.isLetterOrDigit(plain.charAt(at + 3)));
  }
}
