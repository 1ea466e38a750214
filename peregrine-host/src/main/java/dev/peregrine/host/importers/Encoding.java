package dev.peregrine.host.importers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** How the letters of a file are written, as spreadsheets and other programs do it. */
public enum Encoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  WINDOWS("Windows-1252", Charset.forName("windows-1252")),
  UTF_16_LE("UTF-16 LE", StandardCharsets.UTF_16LE),
  UTF_16_BE("UTF-16 BE", StandardCharsets.UTF_16BE);

  private static final int LOOKED_AT = 4_000;

  private final String shown;
  private final Charset charset;

  Encoding(String shown, Charset charset) {
    this.shown = shown;
    this.charset = charset;
  }

  /** Its name, the same in all languages. */
  public String shown() {
    return shown;
  }

  /** The one of that name. */
  static Optional<Encoding> find(String name) {
    return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** The text, without a mark of its order. */
  String text(byte[] bytes) {
    String text = charset.decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** What the bytes themselves say; what is no UTF is from a Windows program. */
  static Encoding of(byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE)) {
      return UTF_16_LE;
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return UTF_16_BE;
    }
    // Latin letters in two bytes each have a zero at every other place.
    int even = zeros(bytes, 0);
    int odd = zeros(bytes, 1);
    int pairs = Math.min(bytes.length, LOOKED_AT) / 2;
    if (pairs > 4 && Math.max(even, odd) > pairs * 6 / 10) {
      return odd > even ? UTF_16_LE : UTF_16_BE;
    }
    try {
      var _ =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return UTF_8;
    } catch (CharacterCodingException other) {
      return WINDOWS;
    }
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int at = from; at < Math.min(bytes.length, LOOKED_AT); at += 2) {
      zeros += bytes[at] == 0 ? 1 : 0;
    }
    return zeros;
  }
}
