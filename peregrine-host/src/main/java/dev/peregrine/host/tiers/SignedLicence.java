package dev.peregrine.host.tiers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Reads a licence and checks everything about it but whether it has run out. */
final class SignedLicence {

  static final String PRODUCT = "peregrine";

  /** Clocks differ a little. */
  static final Duration TOLERANCE = Duration.ofHours(1);

  private SignedLicence() {}

  /**
   * The licence that a token carries.
   *
   * @throws LicenceException where it is not one for this product and machine, signed with that key
   */
  static Licence read(String token, RSAPublicKey key, String machine, Instant now)
      throws LicenceException {
    JWTClaimsSet claims = claims(token, key);
    try {
      String product = Optional.ofNullable(claims.getStringClaim("product")).orElse("");
      if (!product.equals(PRODUCT)) {
        throw new LicenceException(
            "The licence is for the product \"%s\", expected \"%s\". Enter the key that you got for Peregrine."
                .formatted(product, PRODUCT));
      }
      Date expires = claims.getExpirationTime();
      if (expires == null) {
        throw new LicenceException(
            "The licence does not say when it runs out, and one without an end is not taken. Ask its issuer for another.");
      }
      if (!machine.equals(claims.getStringClaim("machine"))) {
        throw new LicenceException(
            "The licence is bound to another machine, or this one got another name or network card. Activate the key again here; deactivate it there first if all seats are taken.");
      }
      Instant issued =
          Optional.ofNullable(claims.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH);
      if (issued.isAfter(now.plus(TOLERANCE))) {
        throw new LicenceException(
            "The licence was made on %s, but this machine's clock says %s. Set the clock, then try again."
                .formatted(LicenceDates.of(issued), LicenceDates.of(now)));
      }
      return new Licence(
          text(claims.getSubject()),
          text(claims.getStringClaim("tier")),
          Optional.ofNullable(claims.getIntegerClaim("seats")).orElse(0),
          issued,
          expires.toInstant(),
          notice(text(claims.getStringClaim("notice"))));
    } catch (ParseException odd) {
      throw unreadable();
    }
  }

  private static JWTClaimsSet claims(String token, RSAPublicKey key) throws LicenceException {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      // Only this one: a token must not choose how it is checked.
      if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
        throw new LicenceException(
            "The licence is signed with \"%s\", expected RS256. It is not taken; ask its issuer for another."
                .formatted(jwt.getHeader().getAlgorithm()));
      }
      if (!jwt.verify(new RSASSAVerifier(key))) {
        throw new LicenceException(
            "The licence is not signed by the issuer that this Peregrine trusts. If your licences come from a server of your own, name its key as public_key in config/licence.yaml.");
      }
      return jwt.getJWTClaimsSet();
    } catch (ParseException | JOSEException | IllegalArgumentException odd) {
      throw unreadable();
    }
  }

  private static LicenceException unreadable() {
    return new LicenceException("The licence cannot be read. Activate the key again.");
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value.strip();
  }

  private static String notice(String said) {
    String plain = said.replaceAll("\\p{Cntrl}+", " ");
    return plain.length() > 300 ? plain.substring(0, 300) + "…" : plain;
  }
}
