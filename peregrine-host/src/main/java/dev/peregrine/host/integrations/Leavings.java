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

  private record One(Ledger.Entry entry, Instant until) {}

  private final InstantSource clock;
  private final Map<String, One> all = new ConcurrentHashMap<>();

  Leavings(InstantSource clock) {
    this.clock = clock;
  }

  void keep(Ledger.Entry entry) {
    tidy();
    all.put(whose(entry.row().key()), new One(entry, clock.instant().plus(KEPT)));
  }

  /** Takes one out; empty where it is too late. */
  Optional<Ledger.Entry> take(String key) {
    tidy();
    return Optional.ofNullable(all.remove(whose(key))).map(One::entry);
  }

  private void tidy() {
    all.values().removeIf(each -> !clock.instant().isBefore(each.until()));
  }

  private static String whose(String key) {
    return Tenant.current().id() + " " + key;
  }
}
