package dev.peregrine.host.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the proofs of one person's forms count for nobody else: who can plant a cookie in another
 * browser knows the proof of their own forms only. Stays the same as long as the person is, so that
 * a form counts which was open while they signed in again.
 */
public final class Seal {

  /** For a Peregrine of one person. */
  public static final Seal NONE = new Seal(new byte[0]);

  private static final int LENGTH = 32;

  private final byte[] key;

  /**
   * @param key known to nobody, another one for each person
   */
  public Seal(byte[] key) {
    this.key = key.clone();
  }

  /** What the forms of a browser with that cookie carry. */
  String on(String cookie) {
    if (key.length == 0) {
      return cookie;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8)))
          .substring(0, LENGTH);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
