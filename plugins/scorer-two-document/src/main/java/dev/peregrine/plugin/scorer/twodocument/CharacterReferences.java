package dev.peregrine.plugin.scorer.twodocument;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The character references of HTML that stand in job descriptions. */
final class CharacterReferences {

  private static final int LONGEST = 10;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          entry("amp", "&"),
          entry("lt", "<"),
          entry("gt", ">"),
          entry("quot", "\""),
          entry("apos", "'"),
          entry("nbsp", " "),
          entry("ensp", " "),
          entry("emsp", " "),
          entry("thinsp", " "),
          entry("shy", ""),
          entry("zwj", ""),
          entry("zwnj", ""),
          entry("auml", "ä"),
          entry("ouml", "ö"),
          entry("uuml", "ü"),
          entry("Auml", "Ä"),
          entry("Ouml", "Ö"),
          entry("Uuml", "Ü"),
          entry("szlig", "ß"),
          entry("agrave", "à"),
          entry("aacute", "á"),
          entry("acirc", "â"),
          entry("atilde", "ã"),
          entry("aring", "å"),
          entry("aelig", "æ"),
          entry("ccedil", "ç"),
          entry("egrave", "è"),
          entry("eacute", "é"),
          entry("Eacute", "É"),
          entry("ecirc", "ê"),
          entry("euml", "ë"),
          entry("iacute", "í"),
          entry("icirc", "î"),
          entry("iuml", "ï"),
          entry("ntilde", "ñ"),
          entry("oacute", "ó"),
          entry("ocirc", "ô"),
          entry("otilde", "õ"),
          entry("oslash", "ø"),
          entry("uacute", "ú"),
          entry("ugrave", "ù"),
          entry("ucirc", "û"),
          entry("hellip", "…"),
          entry("ndash", "–"),
          entry("mdash", "—"),
          entry("bull", "•"),
          entry("middot", "·"),
          entry("lsquo", "‘"),
          entry("rsquo", "’"),
          entry("ldquo", "“"),
          entry("rdquo", "”"),
          entry("sol", "/"),
          entry("num", "#"),
          entry("plus", "+"),
          entry("period", "."));

  private CharacterReferences() {}

  /** The text with known references resolved, one level deep; unknown ones stay as they are. */
  static String resolve(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    var resolved = new StringBuilder(text.length());
    int done = 0;
    for (; at >= 0; at = text.indexOf('&', at + 1)) {
      int end = end(text, at);
      String value = end < 0 ? null : value(text.substring(at + 1, end));
      if (value != null) {
        resolved.append(text, done, at).append(value);
        done = end + 1;
        at = end;
      }
    }
    return resolved.append(text, done, text.length()).toString();
  }

  private static int end(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST + 2);
    for (int i = from + 1; i < limit; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String value(String name) {
    return name.startsWith("#") ? numeric(name.substring(1)) : NAMED.get(name);
  }

  private static @Nullable String numeric(String digits) {
    boolean hex = digits.startsWith("x") || digits.startsWith("X");
    try {
      int code = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
      boolean readable = Character.isValidCodePoint(code) && !Character.isISOControl(code);
      return readable ? Character.toString(code) : " ";
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
