package dev.peregrine.host.imap;

import java.time.Duration;

/**
 * How long servers are waited for.
 *
 * @param connect until there is a connection
 * @param answer between two pieces of an answer
 * @param listen after how long of hearing nothing a server is asked whether it is still there; it
 *     may forget a listener after 29 minutes, and routers do so sooner
 * @param firstPause before the first new try after a failure; doubled after each
 * @param longestPause the most that becomes of it
 */
public record Patience(
    Duration connect,
    Duration answer,
    Duration listen,
    Duration firstPause,
    Duration longestPause) {

  /** What is usual. */
  public static Patience usual() {
    return new Patience(
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofMinutes(9),
        Duration.ofSeconds(5),
        Duration.ofMinutes(15));
  }
}
