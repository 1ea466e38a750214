package dev.peregrine.host.depots;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with a document store.
 *
 * @param key of the integration
 * @param problem why nothing goes there; empty where it does
 * @param again when it is tried again by itself; empty: when the person says so
 */
public record DepotState(String key, DepotPlan plan, String problem, Optional<Instant> again) {

  boolean waits(Instant now) {
    return !problem.isEmpty() && again.filter(at -> !at.isAfter(now)).isEmpty();
  }
}
