package dev.peregrine.host.demo;

import java.time.Duration;

/**
 * How long a visitor's copy is there, and how many there are.
 *
 * @param most visitors at once
 * @param idle how long a copy is there after it was last used
 * @param longest how long it is there at all
 * @param undo how long the old copy of who began anew is kept
 * @param bytes the most that a copy may grow to
 */
public record VisitorLimits(int most, Duration idle, Duration longest, Duration undo, long bytes) {

  private static final long BYTES = 64L << 20;

  /** So many, each for so long after it was last used. */
  public static VisitorLimits of(int most, Duration idle) {
    return new VisitorLimits(most, idle, idle.multipliedBy(6), Duration.ofMinutes(10), BYTES);
  }
}
