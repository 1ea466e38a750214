package dev.peregrine.host.boot;

import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
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
  private final Tenants tenants;
  private final List<Runnable> work;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());

  /**
   * @param work done for each tenant who is here, with them bound
   */
  Heartbeat(Duration first, Duration every, Tenants tenants, Runnable... work) {
    this.first = first;
    this.every = every;
    this.tenants = tenants;
    this.work = List.of(work);
  }

  void start() {
    // Runs until it is closed.
    var _ =
        clock.scheduleWithFixedDelay(
            this::run, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    tenants.present().forEach(tenant -> work.forEach(each -> run(tenant, each)));
  }

  private static void run(Tenant tenant, Runnable work) {
    try {
      tenant.run(work);
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
