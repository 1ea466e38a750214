package dev.peregrine.host.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How it stands with a table.
 *
 * @param version of the plan; grows with each save
 * @param pushed when a push last came to its end
 * @param remarks what of the plan cannot be served, a sentence each
 * @param lost columns of the plan that cannot be served
 */
public record TrackerState(
    String key,
    Plan plan,
    long version,
    Optional<Instant> pushed,
    List<String> remarks,
    Set<String> lost,
    Optional<Trouble> trouble,
    Optional<Trial> trial,
    Optional<String> pullPoint) {

  /** Whether something may be pushed now by itself. */
  boolean isReady(Instant now) {
    return plan.on() && trouble.filter(each -> each.waits(now)).isEmpty();
  }
}
