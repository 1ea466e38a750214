package dev.peregrine.host.http;

import java.time.Duration;

/** The time that is left for a call. Waiting for one's turn costs nothing of it. */
final class Budget {

  private long end;

  Budget(Duration whole) {
    end = System.nanoTime() + whole.toNanos();
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
