package dev.peregrine.host.due;

import java.time.Duration;

/**
 * How those who are due are fetched.
 *
 * @param window over which those are spread for whom the same moment was chosen
 * @param guard after which somebody is looked for who came and of whom nothing was heard since; so
 *     much longer than they stay without doing anything that they have left by then
 * @param aSecond how many one node fetches in a second at most
 * @param poll how often a node looks
 * @param heartbeat how often a node that fetches somebody says that it lives; after four that did
 *     not come another one does it
 */
public record DueRules(
    Duration window, Duration guard, int aSecond, Duration poll, Duration heartbeat) {

  /** Keeps a node that comes back after an hour from fetching thousands at once. */
  private static final int A_SECOND = 10;

  public DueRules {
    if (aSecond < 1 || window.toMillis() < 1) {
      throw new IllegalArgumentException(
          "%d a second over %s, expected one at least".formatted(aSecond, window));
    }
  }

  /**
   * What fits a service.
   *
   * @param idle after how long somebody who does nothing leaves
   */
  public static DueRules usual(Duration idle) {
    return new DueRules(
        Duration.ofMinutes(10),
        idle.plus(Duration.ofHours(1)),
        A_SECOND,
        Duration.ofSeconds(2),
        Duration.ofSeconds(4));
  }
}
