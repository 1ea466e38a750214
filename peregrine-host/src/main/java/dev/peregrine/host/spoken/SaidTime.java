package dev.peregrine.host.spoken;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * A moment that a text names.
 *
 * @param length where the text says from when to when
 * @param doubts what the reader should look at twice
 */
public record SaidTime(ZonedDateTime start, Optional<Duration> length, Set<Doubt> doubts) {

  /** What a text leaves open. */
  public enum Doubt {
    /** It names no zone: the reader's own is taken. */
    NO_ZONE,
    /** It names a zone that is not known: the reader's own is taken. */
    UNKNOWN_ZONE,
    /** The day of the week is another one than that of the date. */
    WRONG_WEEKDAY,
    /** Clocks are put forward over that time. */
    SKIPPED_HOUR,
    /** Clocks are put back then, so that it comes twice. */
    DOUBLE_HOUR,
    /** Day and month can be meant the other way round. */
    DAY_OR_MONTH
  }

  public SaidTime {
    doubts = Set.copyOf(doubts);
  }
}
