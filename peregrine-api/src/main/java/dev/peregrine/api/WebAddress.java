package dev.peregrine.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Addresses as boards write them. */
final class WebAddress {

  private static final int LONGEST = 4_000;
  private static final String KEPT = "-._~:/?#[]@!$&'()*+,;=%";

  private WebAddress() {}

  static Optional<URI> parse(String text) {
    return uri(text).filter(WebAddress::isWeb);
  }

  static Optional<URI> parse(URI page, String text) {
    return uri(text).map(page::resolve).filter(WebAddress::isWeb);
  }

  private static Optional<URI> uri(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(plain));
    } catch (URISyntaxException odd) {
      try {
        return Optional.of(new URI(encoded(plain)));
      } catch (URISyntaxException none) {
        return Optional.empty();
      }
    }
  }

  private static boolean isWeb(URI address) {
    String scheme = address.getScheme();
    return address.getHost() != null
        && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
  }

  /** What no address may hold is written as its bytes; a per cent sign of its own is, too. */
  private static String encoded(String text) {
    var encoded = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      boolean strayPercent = sign == '%' && !isEscape(text, at);
      boolean kept = sign < 128 && (Character.isLetterOrDigit(sign) || KEPT.indexOf(sign) >= 0);
      if (kept && !strayPercent) {
        encoded.appendCodePoint(sign);
      } else {
        for (byte each : Character.toString(sign).getBytes(StandardCharsets.UTF_8)) {
          encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
      }
      at += Character.charCount(sign);
    }
    return encoded.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }
}
