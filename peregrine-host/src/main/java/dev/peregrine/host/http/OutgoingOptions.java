package dev.peregrine.host.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How Peregrine calls other servers.
 *
 * @param userAgent what it calls itself
 * @param proxy the proxy for everything
 * @param gap the least time between two calls to one public host, where an extension asks for none
 * @param callsPerHost how many calls to one host may run at once
 * @param retryPause the wait before the first retry where the server names none; doubled after it
 * @param localPages whether pasted links may lead into the own machine or network
 * @param reach where entered addresses may lead
 * @param toll counts calls
 */
public record OutgoingOptions(
    String userAgent,
    Optional<OutgoingProxy> proxy,
    Duration gap,
    int callsPerHost,
    Duration retryPause,
    boolean localPages,
    Reach reach,
    Toll toll) {

  /** Looks like a browser to servers that serve only those, and still says who it is. */
  static final String USER_AGENT =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko; compatible;"
          + " Peregrine/0.1)";

  /** Gentle ones, without a proxy, whose calls lead wherever the person points them. */
  public static OutgoingOptions usual() {
    return new OutgoingOptions(
        USER_AGENT,
        Optional.empty(),
        Duration.ofMillis(200),
        6,
        Duration.ofMillis(500),
        false,
        Reach.ANYWHERE,
        Toll.NONE);
  }

  /** These with other times between calls, and another number of them at once. */
  public OutgoingOptions withPace(Duration newGap, int newCallsPerHost, Duration newRetryPause) {
    return new OutgoingOptions(
        userAgent, proxy, newGap, newCallsPerHost, newRetryPause, localPages, reach, toll);
  }

  /** These with a proxy. */
  public OutgoingOptions withProxy(OutgoingProxy newProxy) {
    return new OutgoingOptions(
        userAgent, Optional.of(newProxy), gap, callsPerHost, retryPause, localPages, reach, toll);
  }

  /** These with pasted links into the own machine or network allowed or not. */
  public OutgoingOptions withLocalPages(boolean allowed) {
    return new OutgoingOptions(
        userAgent, proxy, gap, callsPerHost, retryPause, allowed, reach, toll);
  }

  /** These where entered addresses lead only so far. */
  public OutgoingOptions withReach(Reach newReach) {
    return new OutgoingOptions(
        userAgent, proxy, gap, callsPerHost, retryPause, localPages, newReach, toll);
  }

  /** These that count calls. */
  public OutgoingOptions withToll(Toll newToll) {
    return new OutgoingOptions(
        userAgent, proxy, gap, callsPerHost, retryPause, localPages, reach, newToll);
  }
}
