package dev.peregrine.host.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.peregrine.host.sessions.SessionRules.Secret;
import dev.peregrine.host.sessions.Verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of sessions (JWT). Everything about one is checked each time: how it is signed,
 * with which key, from when until when, by whom, for whom and for which person. A token does not
 * choose how it is checked: HS256 counts only with a secret, RS256 and EdDSA only with a public
 * key, and nothing else at all.
 */
public final class SessionTokens {

  private final SessionRules rules;
  private final InstantSource clock;
  private final List<MACVerifier> secrets = new ArrayList<>();
  private final Optional<PublishedKeys> keys;

  public SessionTokens(SessionRules rules, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
    this.keys = rules.keys().map(address -> new PublishedKeys(address, clock));
    for (Secret secret : rules.secrets()) {
      try {
        secrets.add(new MACVerifier(secret.bytes()));
      } catch (JOSEException tooShort) {
        throw new IllegalStateException(tooShort);
      }
    }
  }

  /** For how long one counts after it has run out. */
  Duration skew() {
    return rules.skew();
  }

  /** What a token is worth at this moment. */
  public Verdict read(String token) {
    if (token.length() > SessionRules.LONGEST) {
      return new Verdict.Refused(Reason.TOO_LONG);
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      // What must be understood to check it (crit) is nothing that we understand.
      if (jwt.getHeader().getCriticalParams() != null) {
        return new Verdict.Refused(Reason.ALGORITHM);
      }
      Optional<Reason> why = signature(jwt);
      return why.isPresent()
          ? new Verdict.Refused(why.get())
          : claims(token, jwt.getJWTClaimsSet());
    } catch (ParseException | IllegalArgumentException noToken) {
      return new Verdict.Refused(Reason.NO_TOKEN);
    }
  }

  private Optional<Reason> signature(SignedJWT jwt) {
    JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
    try {
      if (JWSAlgorithm.HS256.equals(algorithm)) {
        for (MACVerifier secret : secrets) {
          if (jwt.verify(secret)) {
            return Optional.empty();
          }
        }
        return Optional.of(secrets.isEmpty() ? Reason.ALGORITHM : Reason.SIGNATURE);
      }
      if (keys.isPresent() && PublishedKeys.ALGORITHMS.contains(algorithm)) {
        return keys.get().checks(jwt, mark(jwt.serialize()))
            ? Optional.empty()
            : Optional.of(Reason.SIGNATURE);
      }
      return Optional.of(Reason.ALGORITHM);
    } catch (PublishedKeys.UnreachableException notNow) {
      return Optional.of(Reason.NO_KEYS);
    } catch (JOSEException odd) {
      return Optional.of(Reason.SIGNATURE);
    }
  }

  private Verdict claims(String token, JWTClaimsSet claims) throws ParseException {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    if (expires == null || !now.isBefore(expires.toInstant().plus(rules.skew()))) {
      return new Verdict.Refused(Reason.EXPIRED);
    }
    if (isLater(claims.getNotBeforeTime(), now) || isLater(claims.getIssueTime(), now)) {
      return new Verdict.Refused(Reason.NOT_YET);
    }
    if (rules.issuer().isPresent() && !rules.issuer().get().equals(claims.getIssuer())) {
      return new Verdict.Refused(Reason.ISSUER);
    }
    if (rules.audience().isPresent() && !claims.getAudience().contains(rules.audience().get())) {
      return new Verdict.Refused(Reason.AUDIENCE);
    }
    return user(claims.toJSONObject())
        .<Verdict>map(
            user ->
                new Session(user, role(claims.toJSONObject()), expires.toInstant(), mark(token)))
        .orElseGet(() -> new Verdict.Refused(Reason.USER));
  }

  private boolean isLater(@Nullable Date moment, Instant now) {
    return moment != null && moment.toInstant().isAfter(now.plus(rules.skew()));
  }

  // "id" is how Directus says it. Where it is there, "sub" does not stand in for an odd one.
  private static Optional<String> user(Map<String, Object> claims) {
    Object said = claims.containsKey("id") ? claims.get("id") : claims.get("sub");
    return said instanceof String text ? UserIds.canonical(text) : Optional.empty();
  }

  private static String role(Map<String, Object> claims) {
    return claims.get("role") instanceof String role ? role : "";
  }

  /** Names a token without holding it. */
  static String mark(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
