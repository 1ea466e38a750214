package dev.peregrine.plugin.exporter.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes chance out of a document, so that the same letter is the same file. OpenPDF draws six
 * letters for each part of a font that it embeds, and a number for the document. Both are replaced
 * by others of the same length, because the file's table says where everything begins.
 */
final class SameBytes {

  private static final Pattern FONT = Pattern.compile("/([A-Z]{6})\\+(?=[A-Za-z0-9-]+)");
  private static final Pattern NUMBER =
      Pattern.compile("/ID ?\\[<([0-9a-fA-F]{32})><([0-9a-fA-F]{32})>\\]");

  private SameBytes() {}

  static byte[] of(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    String named = FONT.matcher(text).replaceAll("/PEREGR+");
    Matcher number = NUMBER.matcher(named);
    if (!number.find()) {
      throw new IllegalStateException("The document has no number.");
    }
    String blank = "0".repeat(32);
    String before = named.substring(0, number.start(1));
    String between = named.substring(number.end(1), number.start(2));
    String after = named.substring(number.end(2));
    String own = digest(before + blank + between + blank + after);
    return (before + own + between + own + after).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
      return HexFormat.of().formatHex(hash, 0, 16).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("Every Java has SHA-256.", every);
    }
  }
}
