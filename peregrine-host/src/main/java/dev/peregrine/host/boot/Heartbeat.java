package dev.peregrine.host.boot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks now and then whether something is due. What is due knows that itself, by the time of the day
 * and not by how long the program ran, so that one that slept does it as well as one that never
 * does.
 */
final class Heartbeat implements AutoCloseable {

  private final Duration first;
  private final Duration every;
  private final List<Runnable> work;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());

  Heartbeat(Duration first, Duration every, Runnable... work) {
    this.first = first;
    this.every = every;
    this.work = List.of(work);
  }

  void start() {
    // Runs until it is closed.
    var _ =
        clock.scheduleWithFixedDelay(
            this::run, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    work.forEach(Heartbeat::run);
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException notNow) {
      System.getLogger(Heartbeat.class.getName())
          .log(System.Logger.Level.WARNING, "What is due could not be begun", notNow);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
