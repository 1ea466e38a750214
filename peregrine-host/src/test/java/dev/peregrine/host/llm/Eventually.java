package dev.peregrine.host.llm;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on another thread, with a deadline. */
final class Eventually {

  private Eventually() {}

  static void so(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("It did not happen in 30 s.");
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
