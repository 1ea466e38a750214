package dev.peregrine.host.http;

import java.time.Duration;

/** The time that is left for a call. Waiting for one's turn costs nothing of it. */
final class Budget {

  /** What has no end of its own, such as an upload that goes on. */
  private static final Duration ENDLESS = Duration.ofHours(12);

  private static final Duration USUAL_SILENCE = Duration.ofSeconds(30);

  private final Duration silence;
  private long end;

  Budget(Duration whole) {
    this(whole, USUAL_SILENCE);
  }

  private Budget(Duration whole, Duration silence) {
    this.silence = silence;
    end = System.nanoTime() + whole.toNanos();
  }

  /** As long as something moves. */
  static Budget ofSilence(Duration silence) {
    return new Budget(ENDLESS, silence);
  }

  /** The longest time without a byte. */
  Duration silence() {
    return silence;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }

  boolean allows(Duration wait) {
    return left().compareTo(wait) > 0;
  }

  void extend(Duration waited) {
    end += waited.toNanos();
  }
}
