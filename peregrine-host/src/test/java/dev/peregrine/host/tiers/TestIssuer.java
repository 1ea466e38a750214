package dev.peregrine.host.tiers;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Issues licences with a key of its own. */
public final class TestIssuer {

  public static final String KEY = "CFG-PRNG-AB12-CD34-EF56";

  private static final KeyPair PAIR = pair();

  private TestIssuer() {}

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Makes a configuration trust this issuer and ask that server. */
  public static void trust(Path config, String server) {
    try {
      Files.createDirectories(config);
      Files.writeString(
          config.resolve("issuer.pem"),
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(PAIR.getPublic().getEncoded())
              + "\n-----END PUBLIC KEY-----\n");
      Files.writeString(
          config.resolve("licence.yaml"), "server: %s\npublic_key: issuer.pem\n".formatted(server));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Puts a licence of that tier there, as an activation would. */
  public static void store(Path config, String tier, String machine, Instant now) {
    String jwt = licence(tier, machine, now, now.plus(Duration.ofDays(30)));
    try {
      Files.writeString(
          config.resolve("licence.json"),
          "{\"jwt\": \"%s\", \"machine_id\": \"%s\", \"last_refresh\": \"%s\"}"
              .formatted(jwt, machine, now));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public static String licence(String tier, String machine, Instant issued, Instant expires) {
    return licence(tier, machine, issued, expires, claims -> claims);
  }

  static String licence(
      String tier,
      String machine,
      Instant issued,
      Instant expires,
      UnaryOperator<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .subject(KEY)
            .claim("product", "peregrine")
            .claim("tier", tier)
            .claim("seats", 2)
            .claim("machine", machine)
            .claim("notice", "Thank you.")
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(expires));
    return signed(change.apply(claims).build(), JWSAlgorithm.RS256, PAIR);
  }

  static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, KeyPair pair) {
    try {
      var jwt = new SignedJWT(new JWSHeader(algorithm), claims);
      jwt.sign(new RSASSASigner(pair.getPrivate()));
      return jwt.serialize();
    } catch (com.nimbusds.jose.JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static KeyPair another() {
    return pair();
  }
}
