package dev.peregrine.host.http;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of an answer as text: by byte order mark, else as the header declares, else as the document
 * declares, else UTF-8. What does not fit becomes �.
 */
final class BodyText {

  private static final int HEAD = 1024;
  private static final Pattern IN_HEADER =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_DOCUMENT =
      Pattern.compile(
          "<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)|<meta[^>]*charset\\s*=\\s*[\"']?([\\w.:-]+)",
          Pattern.CASE_INSENSITIVE);

  private BodyText() {}

  static String decode(byte[] bytes, Optional<String> contentType) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    Charset charset =
        contentType
            .flatMap(BodyText::inHeader)
            .or(() -> inDocument(bytes))
            .orElse(StandardCharsets.UTF_8);
    return decode(bytes, 0, charset);
  }

  private static Optional<Charset> inHeader(String contentType) {
    Matcher declared = IN_HEADER.matcher(contentType);
    return declared.find() ? named(declared.group(1)) : Optional.empty();
  }

  private static Optional<Charset> inDocument(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1).strip();
    if (!head.startsWith("<")) {
      return Optional.empty();
    }
    Matcher declared = IN_DOCUMENT.matcher(head);
    if (!declared.find()) {
      return Optional.empty();
    }
    return named(declared.group(1) != null ? declared.group(1) : declared.group(2));
  }

  private static Optional<Charset> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    // As browsers do: whoever says Latin-1 means its superset.
    String meant =
        lower.equals("iso-8859-1") || lower.equals("latin1") || lower.equals("us-ascii")
            ? "windows-1252"
            : lower;
    try {
      return Optional.of(Charset.forName(meant));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decode(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IllegalStateException("A decoder that replaces does not fail.", e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
