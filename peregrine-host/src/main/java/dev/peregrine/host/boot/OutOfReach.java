package dev.peregrine.host.boot;

import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log whose data cannot be reached: once for each and trouble, not for each of the
 * requests that a page makes, and again while it lasts.
 */
final class OutOfReach {

  private static final Logger LOG = LoggerFactory.getLogger(OutOfReach.class);

  private static final Duration AGAIN = Duration.ofHours(1);

  /** So many are a disk that is gone, of which the log has heard by then. */
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<Tenant, Said> said = new ConcurrentHashMap<>();

  private record Said(String what, Instant until) {}

  OutOfReach(InstantSource clock) {
    this.clock = clock;
  }

  /** Somebody's data could not be reached just now. */
  void noted(Tenant tenant, RuntimeException why) {
    Instant now = clock.instant();
    String what = String.valueOf(why.getMessage());
    if (said.size() >= MOST) {
      said.values().removeIf(each -> !each.until().isAfter(now));
    }
    Optional<Said> before = Optional.ofNullable(said.get(tenant));
    boolean isNew =
        before.filter(each -> each.what().equals(what) && each.until().isAfter(now)).isEmpty();
    if (isNew && (before.isPresent() || said.size() < MOST)) {
      said.put(tenant, new Said(what, now.plus(AGAIN)));
      LOG.error("What belongs to {} cannot be reached", tenant.id(), why);
    }
  }

  /** Somebody's data was reached. */
  void over(Tenant tenant) {
    if (!said.isEmpty() && said.remove(tenant) != null) {
      LOG.info("What belongs to {} can be reached again", tenant.id());
    }
  }
}
