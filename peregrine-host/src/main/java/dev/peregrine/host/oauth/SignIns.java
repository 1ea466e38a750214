package dev.peregrine.host.oauth;

import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins that were begun in a browser and did not come back yet. */
final class SignIns {

  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int MOST = 200;

  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<String, Begun> begun = new ConcurrentHashMap<>();

  SignIns(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * One of them.
   *
   * @param state what the browser brings back, so that nobody else's answer is taken
   * @param verifier what proves that whoever asks for the token began it (RFC 7636)
   */
  record Begun(
      String tenant,
      String provider,
      String account,
      URI back,
      String state,
      String verifier,
      Instant until) {
    @Override
    public String toString() {
      return "Begun[" + provider + "]";
    }
  }

  Begun begin(String provider, String account, URI back) {
    Instant now = clock.instant();
    begun.values().removeIf(each -> !now.isBefore(each.until()));
    if (begun.size() >= MOST) {
      // Nobody can make the others' sign-ins fail by beginning many.
      begun.values().stream()
          .filter(each -> each.tenant().equals(Tenant.current().id()))
          .min(Comparator.comparing(Begun::until))
          .or(() -> begun.values().stream().min(Comparator.comparing(Begun::until)))
          .ifPresent(oldest -> begun.remove(oldest.state()));
    }
    var sign =
        new Begun(
            Tenant.current().id(),
            provider,
            account,
            back,
            unguessable(),
            unguessable(),
            now.plus(LIMIT));
    begun.put(sign.state(), sign);
    return sign;
  }

  /** Takes one out: it comes back once. */
  Optional<Begun> take(String state) {
    Begun sign = begun.remove(state);
    return Optional.ofNullable(sign)
        .filter(each -> each.tenant().equals(Tenant.current().id()))
        .filter(each -> clock.instant().isBefore(each.until()));
  }

  private String unguessable() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
