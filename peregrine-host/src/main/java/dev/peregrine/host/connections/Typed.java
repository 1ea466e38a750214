package dev.peregrine.host.connections;

import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that were typed into a form whose trial failed, so that a slip in another field does not
 * cost the person the token. They are in memory for a while and are never shown.
 */
final class Typed {

  private static final Duration KEPT = Duration.ofMinutes(15);

  private record One(Map<String, String> secrets, Instant until) {
    @Override
    public String toString() {
      return "One[" + secrets.size() + "]";
    }
  }

  private final InstantSource clock;
  private final Map<String, One> all = new ConcurrentHashMap<>();

  Typed(InstantSource clock) {
    this.clock = clock;
  }

  /** Values with the secrets that were typed before, where the fields are empty now. */
  Map<String, String> completed(String key, Map<String, String> values) {
    var whole = new HashMap<>(values);
    secrets(key).forEach((name, secret) -> whole.compute(name, (same, now) -> filled(now, secret)));
    return whole;
  }

  private static String filled(@Nullable String now, String before) {
    return now == null || now.isBlank() ? before : now;
  }

  void keep(String key, Map<String, String> values, Set<String> secretNames) {
    var secrets = new HashMap<>(values);
    secrets.keySet().retainAll(secretNames);
    secrets.values().removeIf(String::isBlank);
    all.put(whose(key), new One(Map.copyOf(secrets), clock.instant().plus(KEPT)));
  }

  Set<String> names(String key) {
    return secrets(key).keySet();
  }

  void drop(String key) {
    all.remove(whose(key));
  }

  private Map<String, String> secrets(String key) {
    all.values().removeIf(each -> !clock.instant().isBefore(each.until()));
    return Optional.ofNullable(all.get(whose(key))).map(One::secrets).orElse(Map.of());
  }

  private static String whose(String key) {
    return Tenant.current().id() + " " + key;
  }
}
