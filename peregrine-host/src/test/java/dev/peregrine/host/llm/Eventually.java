package dev.peregrine.host.llm;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on another thread, with a deadline. */
public final class Eventually {

  private Eventually() {}

  public static void so(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("It did not happen in 30 s.");
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** What will be there. */
  public static <T> T get(Supplier<Optional<T>> found) {
    so(() -> found.get().isPresent());
    return found.get().orElseThrow();
  }
}
