package dev.peregrine.plugin.board.remoteok;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes what Remote OK does to the texts of its postings. */
final class RemoteOkText {

  /** One character of more than one byte, each byte read as a character of its own. */
  private static final Pattern SHATTERED =
      Pattern.compile(
          "[\\u00c2-\\u00df][\\u0080-\\u00bf]|[\\u00e0-\\u00ef][\\u0080-\\u00bf]{2}"
              + "|[\\u00f0-\\u00f4][\\u0080-\\u00bf]{3}");

  /** Control characters that no person types: a sure sign of shattered characters. */
  private static final Pattern CONTROL = Pattern.compile("[\\u0080-\\u009f]");

  /** The sentence that the board puts behind every posting; not the employer's, and not ours. */
  private static final Pattern CODE_WORD =
      Pattern.compile(
          "(?:\\s|&nbsp;|<br\\s{0,2}/?>){0,20}+Please mention the word\\b.{1,120}?\\bwhen applying to show"
              + " you.{0,12}? read the job post(?:[^.<]{0,160}\\.?)"
              + "(?:.{0,300}?\\bto find applicants that read this and see they.{1,8}?re human\\.?)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern ENTITY =
      Pattern.compile("&(?:amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");

  private RemoteOkText() {}

  /** A title, name or tag: repaired, entities resolved, blanks collapsed. */
  static String plain(String text) {
    return ENTITY
        .matcher(repaired(text))
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group())))
        .replaceAll("[\\s\\u00a0]+", " ")
        .strip();
  }

  /**
   * UTF-8 that was read as Latin-1, read again. The whole text is taken back only when all of it is
   * UTF-8; beside characters that are not, only those parts of a text are that carry control
   * characters as a sign.
   */
  static String repaired(String text) {
    String all = reread(text);
    if (!all.equals(text) || !CONTROL.matcher(text).find()) {
      return all;
    }
    return SHATTERED
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(reread(found.group())));
  }

  static String withoutCodeWord(String description) {
    return CODE_WORD.matcher(description).replaceAll("");
  }

  private static String reread(String text) {
    if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xff)) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return text;
    }
  }

  private static String character(String entity) {
    if (entity.charAt(1) == '#') {
      String number = entity.substring(2, entity.length() - 1);
      boolean hexadecimal = number.charAt(0) == 'x' || number.charAt(0) == 'X';
      int code = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
      return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
    return switch (entity) {
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&quot;" -> "\"";
      case "&apos;" -> "'";
      case "&nbsp;" -> " ";
      default -> "&";
    };
  }
}
