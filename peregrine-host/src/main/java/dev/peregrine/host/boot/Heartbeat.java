package dev.peregrine.host.boot;

import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks now and then whether something is due. What is due knows that itself, by the time of the day
 * and not by how long the program ran, so that one that slept does it as well as one that never
 * does. Whoever is here but did nothing for a while is asked less often, since asking opens their
 * database: when their next thing is due, while something runs for them, and now and then.
 */
final class Heartbeat implements AutoCloseable {

  private final Duration first;
  private final Duration every;
  private final Tenants tenants;
  private final Quiet quiet;
  private final List<Runnable> work;

  // Only its own thread uses it.
  private final Map<Tenant, Look> looks = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());

  /**
   * Who is asked less often.
   *
   * @param after how long somebody did nothing
   * @param every how often they are asked all the same
   * @param rota whether something runs for them and when something is due
   */
  record Quiet(InstantSource clock, Duration after, Duration every, Rota rota) {}

  private record Look(Instant at, Optional<Instant> next) {}

  /**
   * @param work done for each tenant who is here, with them bound
   */
  Heartbeat(Duration first, Duration every, Tenants tenants, Quiet quiet, Runnable... work) {
    this.first = first;
    this.every = every;
    this.tenants = tenants;
    this.quiet = quiet;
    this.work = List.of(work);
  }

  void start() {
    // Runs until it is closed.
    var _ =
        clock.scheduleWithFixedDelay(
            this::run, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks once, all whose turn it is. */
  void run() {
    List<Tenant> present = tenants.present();
    looks.keySet().retainAll(Set.copyOf(present));
    present.stream().filter(this::hasTurn).forEach(this::ask);
  }

  private boolean hasTurn(Tenant tenant) {
    Instant now = quiet.clock().instant();
    Optional<Look> last = Optional.ofNullable(looks.get(tenant));
    boolean wasSeen =
        tenants
            .seen(tenant)
            .filter(seen -> Duration.between(seen, now).compareTo(quiet.after()) <= 0)
            .isPresent();
    return wasSeen
        || last.isEmpty()
        || last.get().next().filter(next -> !next.isAfter(now)).isPresent()
        || Duration.between(last.get().at(), now).compareTo(quiet.every()) >= 0
        || tenant.calling(() -> quiet.rota().working().getAsBoolean());
  }

  private void ask(Tenant tenant) {
    Instant now = quiet.clock().instant();
    work.forEach(each -> run(tenant, each));
    Optional<Instant> next;
    try {
      next = tenant.calling(() -> quiet.rota().next().get());
    } catch (RuntimeException unknown) {
      // Asked again soon enough.
      next = Optional.empty();
    }
    looks.put(tenant, new Look(now, next));
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
