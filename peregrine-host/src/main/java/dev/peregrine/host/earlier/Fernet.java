package dev.peregrine.host.earlier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens what the earlier program sealed with the key beside it.
 *
 * <p><b>Source:</b> <a href="https://github.com/fernet/spec">Fernet specification</a>: version,
 * time, IV, AES-128-CBC, HMAC-SHA256.
 */
final class Fernet {

  private static final int VERSION = 0x80;
  private static final int HEAD = 9;
  private static final int IV = 16;
  private static final int SEAL = 32;

  private Fernet() {}

  /** The text; empty where the key is another one or the token is damaged. */
  static Optional<String> open(String key, String token) {
    try {
      byte[] keys = Base64.getUrlDecoder().decode(key.strip());
      byte[] bytes = Base64.getUrlDecoder().decode(token.strip());
      if (keys.length != 32 || bytes.length < HEAD + IV + SEAL || (bytes[0] & 0xff) != VERSION) {
        return Optional.empty();
      }
      int end = bytes.length - SEAL;
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys, 0, 16, "HmacSHA256"));
      mac.update(bytes, 0, end);
      if (!MessageDigest.isEqual(mac.doFinal(), Arrays.copyOfRange(bytes, end, bytes.length))) {
        return Optional.empty();
      }
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(keys, 16, 16, "AES"),
          new IvParameterSpec(bytes, HEAD, IV));
      return Optional.of(
          new String(cipher.doFinal(bytes, HEAD + IV, end - HEAD - IV), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
