package dev.peregrine.host.notices;

import dev.peregrine.api.integration.Notice;
import java.time.Instant;
import java.util.Locale;

/**
 * A notice that waits no longer.
 *
 * @param at when it was told or given up
 * @param problem why it was not told; of one that was told what went wrong before
 */
public record Told(String target, Notice notice, Instant at, Outcome outcome, String problem) {

  /** What became of it. */
  public enum Outcome {
    SENT,
    /** The plugin stumbled over it, or nobody was there in time. */
    GIVEN_UP,
    /** The person did not want it any more. */
    DROPPED;

    static Outcome of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }
}
