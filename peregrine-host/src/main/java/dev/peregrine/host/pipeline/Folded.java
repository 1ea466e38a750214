package dev.peregrine.host.pipeline;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text made comparable: lower case, no accents. */
final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folded() {}

  static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); at++) {
      if (lower.charAt(at) > 127) {
        return plain(lower);
      }
    }
    return lower;
  }

  /** The same for keys: an umlaut is one letter, whether it was written as one or as two. */
  static String key(String text) {
    return of(text).replace("ae", "a").replace("oe", "o").replace("ue", "u");
  }

  private static String plain(String lower) {
    return MARKS
        .matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
        .replaceAll("")
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("ð", "d")
        .replace("þ", "th")
        .replace("æ", "ae")
        .replace("œ", "oe");
  }
}
