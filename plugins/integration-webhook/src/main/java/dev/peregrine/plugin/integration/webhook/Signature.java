package dev.peregrine.plugin.integration.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves to the receiver that a notice is from this Peregrine, and of now: {@code t=} seconds
 * since 1970, {@code v1=} HMAC-SHA256 over those digits, a dot and the body, in hexadecimal.
 */
record Signature(Instant at, String digest) {

  private static final String HMAC = "HmacSHA256";

  static Signature of(String body, String secret, Instant at) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      String signed = at.getEpochSecond() + "." + body;
      byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return new Signature(at, HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  String header() {
    return "t=%d,v1=%s".formatted(at.getEpochSecond(), digest);
  }
}
