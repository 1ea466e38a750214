package dev.peregrine.host.tracking;

import java.time.Instant;
import java.util.Optional;

/**
 * Why nothing can be pushed.
 *
 * @param until when it is tried again; empty where the person has to do something first
 */
public record Trouble(Instant since, int failures, Optional<Instant> until, String problem) {

  /** Whether nothing is to be tried now by itself. */
  boolean waits(Instant now) {
    return until.map(at -> at.isAfter(now)).orElse(true);
  }
}
