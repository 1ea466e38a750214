package dev.peregrine.host.due;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets through so many a second, one after the other. */
final class Pace {

  private final long between;
  private long next = System.nanoTime();

  Pace(int aSecond) {
    between = TimeUnit.SECONDS.toNanos(1) / aSecond;
  }

  /** Waits for its turn; not once the thread is interrupted. */
  void await() {
    long turn = turn();
    long left = turn - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = turn - System.nanoTime();
    }
  }

  private synchronized long turn() {
    // What was not used is not made up for.
    next = Math.max(next + between, System.nanoTime());
    return next;
  }
}
