package dev.peregrine.host.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's key: 32 bytes of chance, from which each file's own key is derived (HKDF),
 * with which each value is sealed (AES-256-GCM, a fresh nonce each time, bound to the value's
 * name).
 */
final class MasterKey {

  static final int BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final byte[] bytes;

  private MasterKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static MasterKey fresh(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new MasterKey(bytes);
  }

  /** Reads {@link #text}; empty where it is not 32 bytes in Base64. */
  static Optional<MasterKey> of(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      return bytes.length == BYTES ? Optional.of(new MasterKey(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** As it is kept. */
  String text() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Tells whether a file was written with this key, and nothing about the key. */
  byte[] check(byte[] salt) {
    return derived(salt, "peregrine secrets check", 16);
  }

  boolean fits(byte[] salt, byte[] check) {
    return MessageDigest.isEqual(check(salt), check);
  }

  byte[] seal(byte[] salt, String name, String value, SecureRandom random) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, salt, name, nonce, 0);
      byte[] sealed = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
      var both = new byte[NONCE + sealed.length];
      System.arraycopy(nonce, 0, both, 0, NONCE);
      System.arraycopy(sealed, 0, both, NONCE, sealed.length);
      return both;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The value; empty where somebody changed the file. */
  Optional<String> open(byte[] salt, String name, byte[] sealed) {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, salt, name, sealed, 0);
      byte[] value = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
      return Optional.of(new String(value, StandardCharsets.UTF_8));
    } catch (AEADBadTagException changed) {
      return Optional.empty();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private Cipher cipher(int mode, byte[] salt, String name, byte[] nonce, int offset)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(derived(salt, "peregrine secrets seal", BYTES), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private byte[] derived(byte[] salt, String purpose, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(bytes)
                  .addSalt(salt)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public String toString() {
    return "the key of the secrets";
  }
}
