package dev.peregrine.host.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Sessions as the place gives them where people sign in. */
public final class Tokens {

  public static final String SECRET = "a secret of the place where people sign in";
  public static final String ANN = "3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b";
  public static final String BOB = "7d9e0f1a-2b3c-4d5e-9f60-718293a4b5c6";

  private Tokens() {}

  /** What a good session of somebody says. */
  public static JWTClaimsSet.Builder claims(String user, Instant now) {
    return new JWTClaimsSet.Builder()
        .claim("id", user)
        .claim("role", "member")
        .issuer("directus")
        .audience("peregrine")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))));
  }

  /** A good session of somebody. */
  public static String of(String user, Instant now) {
    return signed(claims(user, now).build(), SECRET);
  }

  /** Signed with HS256. */
  public static String signed(JWTClaimsSet claims, String secret) {
    try {
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(secret));
      return jwt.serialize();
    } catch (JOSEException odd) {
      throw new IllegalStateException(odd);
    }
  }
}
