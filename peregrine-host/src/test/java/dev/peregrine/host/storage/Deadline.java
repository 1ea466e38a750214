package dev.peregrine.host.storage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads, and says so if it does not. */
public final class Deadline {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Deadline() {}

  public static void until(BooleanSupplier happened) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not happen within " + LONGEST.toSeconds() + " s.");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
