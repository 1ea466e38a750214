package dev.peregrine.host.integrations;

import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was kept about integrations that were disconnected, for an hour, so that it can be undone.
 * It is in memory then and nowhere else: it may hold tokens.
 */
final class Leavings {

  private static final Duration KEPT = Duration.ofHours(1);

  /**
   * What is left of one.
   *
   * @param sealed what renews its tokens
   */
  record Left(Ledger.Entry entry, Map<String, String> sealed) {
    @Override
    public String toString() {
      return entry.toString();
    }
  }

  private record One(Left left, Instant until) {}

  private final InstantSource clock;
  private final Map<String, One> all = new ConcurrentHashMap<>();

  Leavings(InstantSource clock) {
    this.clock = clock;
  }

  void keep(Left left) {
    tidy();
    all.put(whose(left.entry().row().key()), new One(left, clock.instant().plus(KEPT)));
  }

  /** Takes one out; empty where it is too late. */
  Optional<Left> take(String key) {
    tidy();
    return Optional.ofNullable(all.remove(whose(key))).map(One::left);
  }

  private void tidy() {
    all.values().removeIf(each -> !clock.instant().isBefore(each.until()));
  }

  private static String whose(String key) {
    return Tenant.current().id() + " " + key;
  }
}
