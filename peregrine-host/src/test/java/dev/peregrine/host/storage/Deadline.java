package dev.peregrine.host.storage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads, and says so if it does not. */
public final class Deadline {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Deadline() {}

  public static void until(BooleanSupplier happened) {
    until(happened, LONGEST);
  }

  /** The same for what takes longer, such as another program. */
  public static void until(BooleanSupplier happened, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not happen within " + longest.toSeconds() + " s.");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
