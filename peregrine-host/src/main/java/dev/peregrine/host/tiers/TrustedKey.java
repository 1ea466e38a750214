package dev.peregrine.host.tiers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The public key of who issues licences: that of a file, or the one that came with Peregrine. */
final class TrustedKey {

  private static final String BUNDLED = "/licence-issuer.pem";
  private static final int LEAST_BITS = 2048;

  private TrustedKey() {}

  static RSAPublicKey of(Optional<Path> file) throws LicenceException {
    return file.isPresent() ? fromFile(file.get()) : bundled();
  }

  private static RSAPublicKey fromFile(Path file) throws LicenceException {
    try {
      return read(Files.readString(file), file.toString());
    } catch (IOException gone) {
      throw new LicenceException(
          "The public key \"%s\" cannot be read (%s). Correct public_key in config/licence.yaml."
              .formatted(file, gone.getClass().getSimpleName()));
    }
  }

  private static RSAPublicKey bundled() throws LicenceException {
    try (InputStream in = TrustedKey.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new LicenceException("This build has no key of an issuer. Build Peregrine again.");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.US_ASCII), BUNDLED);
    } catch (IOException broken) {
      throw new LicenceException("The key of the issuer cannot be read. Build Peregrine again.");
    }
  }

  private static RSAPublicKey read(String pem, String name) throws LicenceException {
    try {
      String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      byte[] bytes = Base64.getDecoder().decode(body);
      var key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
      if (key.getModulus().bitLength() >= LEAST_BITS) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
      // said below
    }
    throw new LicenceException(
        "\"%s\" is no public RSA key of at least %d bits in PEM form. Correct public_key in config/licence.yaml."
            .formatted(name, LEAST_BITS));
  }
}
