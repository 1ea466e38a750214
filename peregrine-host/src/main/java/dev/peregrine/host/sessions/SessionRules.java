package dev.peregrine.host.sessions;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which sessions count.
 *
 * @param secrets of those who sign with HS256, the present one first; older ones count until they
 *     are taken out
 * @param keys where the public keys of those lie who sign with RS256 or EdDSA (a JWKS)
 * @param issuer who must have given it; empty for whoever has the key
 * @param audience for whom it must have been given; empty for anybody
 * @param skew by how much clocks may differ
 */
public record SessionRules(
    List<Secret> secrets,
    Optional<URI> keys,
    Optional<String> issuer,
    Optional<String> audience,
    Duration skew) {

  /** The longest token that is looked at. */
  public static final int LONGEST = 8 * 1024;

  public SessionRules {
    secrets = List.copyOf(secrets);
  }

  /** A secret that is not to be seen in any log. */
  public static final class Secret {

    /** What HS256 asks for at least. */
    public static final int LEAST_BYTES = 32;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
      this.bytes = bytes;
    }

    /**
     * The secret that a text stands for: {@code base64:…} for bytes, or the text's own bytes.
     *
     * @throws IllegalArgumentException where it is too short or no base64, with a sentence
     */
    public static Secret of(String text) {
      byte[] bytes;
      if (text.startsWith("base64:")) {
        try {
          bytes = java.util.Base64.getDecoder().decode(text.substring("base64:".length()));
        } catch (IllegalArgumentException odd) {
          throw new IllegalArgumentException("what follows \"base64:\" is no base64", odd);
        }
      } else {
        bytes = text.getBytes(StandardCharsets.UTF_8);
      }
      if (bytes.length < LEAST_BYTES) {
        throw new IllegalArgumentException(
            "a secret of %d bytes is too short, expected at least %d; \"openssl rand -hex 32\" makes one"
                .formatted(bytes.length, LEAST_BYTES));
      }
      return new Secret(bytes);
    }

    byte[] bytes() {
      return bytes.clone();
    }

    /** Whether a text stands for this secret; takes as long whatever the text is. */
    public boolean is(String text) {
      return MessageDigest.isEqual(bytes, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A key for one purpose, from which nobody learns this secret. */
    public byte[] derived(String purpose) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }

    @Override
    public String toString() {
      return "(secret)";
    }
  }
}
