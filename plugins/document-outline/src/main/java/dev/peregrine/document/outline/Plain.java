package dev.peregrine.document.outline;

import java.util.Arrays;
import java.util.List;

/**
 * Makes a stranger's text harmless as text: no controls, nothing that turns what follows around.
 */
public final class Plain {

  private Plain() {}

  /** One line. */
  public static String line(String text) {
    return clean(text).replaceAll("\\s+", " ").strip();
  }

  /** Its lines, without empty ones at both ends. */
  static List<String> lines(String text) {
    return Arrays.stream(clean(text).strip().split("\n", -1)).map(String::stripTrailing).toList();
  }

  /** Its paragraphs, which an empty line parts. */
  static List<List<String>> paragraphs(String text) {
    return Arrays.stream(clean(text).strip().split("\\n\\s*\\n"))
        .filter(paragraph -> !paragraph.isBlank())
        .map(Plain::lines)
        .toList();
  }

  private static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(sign -> sign == '\n' || sign == '\t' || isShown(sign))
        .map(sign -> Character.getType(sign) == Character.SURROGATE ? 0xFFFD : sign)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isShown(int sign) {
    boolean turns = (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069);
    boolean isNone = (sign & 0xFFFE) == 0xFFFE;
    return !Character.isISOControl(sign) && !turns && !isNone;
  }
}
