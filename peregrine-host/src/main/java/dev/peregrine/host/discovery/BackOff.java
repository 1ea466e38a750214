package dev.peregrine.host.discovery;

import java.time.Duration;
import java.util.List;

/** How long a board rests that fails again and again. */
final class BackOff {

  /** The longest is an hour short of a day, so that a search at the same hour each day asks it. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(23));

  private BackOff() {}

  /**
   * @param failures how often in a row it failed, from 1
   */
  static Duration after(int failures) {
    return PAUSES.get(Math.clamp(failures - 1, 0, PAUSES.size() - 1));
  }
}
