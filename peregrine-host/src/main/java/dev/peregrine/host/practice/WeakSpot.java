package dev.peregrine.host.practice;

import java.time.Instant;
import java.util.Locale;

/**
 * A question that went badly when it was answered last.
 *
 * @param language in which it was asked
 * @param job for which it was practised
 */
public record WeakSpot(Turn turn, Locale language, long job, Instant at) {

  /** The question. */
  public Asked asked() {
    return turn.asked();
  }

  /** How it went. */
  public Rating rating() {
    return turn.rating().orElseThrow();
  }
}
