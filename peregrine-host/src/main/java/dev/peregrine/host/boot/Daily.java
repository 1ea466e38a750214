package dev.peregrine.host.boot;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks now and then for the work that is due once a day. What was done today knows that itself, so
 * that a program that runs for an hour a day does it as well as one that never stops.
 */
final class Daily implements AutoCloseable {

  private static final long FIRST_MINUTES = 3;
  private static final long EVERY_MINUTES = 60;

  private final List<Runnable> work;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("daily").daemon().factory());

  Daily(Runnable... work) {
    this.work = List.of(work);
  }

  void start() {
    // Runs until it is closed.
    var _ = clock.scheduleWithFixedDelay(this::run, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void run() {
    work.forEach(Daily::run);
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException notToday) {
      System.getLogger(Daily.class.getName())
          .log(System.Logger.Level.WARNING, "The daily work could not be begun", notToday);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
