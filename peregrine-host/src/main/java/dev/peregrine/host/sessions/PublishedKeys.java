package dev.peregrine.host.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The public keys of who gives sessions, fetched from where they are published: kept for a while,
 * fetched anew when a token names one that is not known, and used an hour longer where they cannot
 * be fetched. Whoever runs this Peregrine names the address; nobody else can.
 */
final class PublishedKeys {

  static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration REFRESHED = Duration.ofSeconds(15);
  private static final Duration OUTAGE = Duration.ofHours(1);
  private static final int WAIT_MILLIS = 2_000;
  private static final int LARGEST = 256 * 1024;

  /** How long a check counts: a key that was taken back counts no longer than this. */
  private static final Duration CHECKED = Duration.ofMinutes(1);

  private static final int REMEMBERED = 4_096;

  private final JWKSource<SecurityContext> source;
  private final InstantSource clock;

  // Guarded by itself. Until when a token need not be checked again, since each check takes long.
  private final Map<String, Instant> checked =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The keys cannot be had at the moment. */
  static final class UnreachableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreachableException(Throwable cause) {
      super(cause);
    }
  }

  PublishedKeys(URI address, InstantSource clock) {
    this.clock = clock;
    try {
      source =
          JWKSourceBuilder.<SecurityContext>create(
                  address.toURL(), new DefaultResourceRetriever(WAIT_MILLIS, WAIT_MILLIS, LARGEST))
              .cache(KEPT.toMillis(), REFRESHED.toMillis())
              .rateLimited(true)
              .retrying(true)
              .outageTolerant(OUTAGE.toMillis())
              .build();
    } catch (MalformedURLException odd) {
      throw new IllegalArgumentException(
          "The address of the keys, \"%s\", is none that can be fetched.".formatted(address), odd);
    }
  }

  /**
   * Whether one of the keys signed it.
   *
   * @param mark of the whole token
   */
  boolean checks(SignedJWT jwt, String mark) throws UnreachableException {
    Instant now = clock.instant();
    synchronized (checked) {
      if (checked.getOrDefault(mark, Instant.MIN).isAfter(now)) {
        return true;
      }
    }
    boolean good = fetchedChecks(jwt);
    if (good) {
      synchronized (checked) {
        checked.put(mark, now.plus(CHECKED));
      }
    }
    return good;
  }

  private boolean fetchedChecks(SignedJWT jwt) throws UnreachableException {
    try {
      var fitting = new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader()));
      for (JWK key : source.get(fitting, null)) {
        if (checks(jwt, key)) {
          return true;
        }
      }
      return false;
    } catch (KeySourceException notNow) {
      throw new UnreachableException(notNow);
    }
  }

  private static boolean checks(SignedJWT jwt, JWK key) {
    try {
      return jwt.verify(verifier(key));
    } catch (JOSEException doesNotFit) {
      return false;
    }
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSASSAVerifier(rsa.toRSAPublicKey());
      case OctetKeyPair pair when Curve.Ed25519.equals(pair.getCurve()) -> new Ed25519Keys(pair);
      default -> throw new JOSEException("Neither RSA nor Ed25519.");
    };
  }
}
