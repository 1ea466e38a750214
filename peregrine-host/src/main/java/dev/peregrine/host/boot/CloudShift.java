package dev.peregrine.host.boot;

import dev.peregrine.host.due.Dues;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps those few present for whom there is something to do. Who does nothing for a while leaves,
 * and with them what listens and looks for them; when their next search or other recurring thing is
 * due they are fetched again.
 */
final class CloudShift implements AutoCloseable {

  /** Whoever could not say when is looked for again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(CloudShift.class);

  private final Dues dues;
  private final Duration idle;
  private final Rota rota;
  private final Predicate<Tenant> counts;
  private final InstantSource clock;
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("shift").daemon().factory());

  /**
   * Before anybody arrives.
   *
   * @param counts for whom this program may say when they are next due: nobody who is being deleted
   *     or for whom another works by now
   */
  CloudShift(Dues dues, Duration idle, Rota rota, Predicate<Tenant> counts, InstantSource clock) {
    this.dues = dues;
    this.idle = idle;
    this.rota = rota;
    this.counts = counts;
    this.clock = clock;
    rota.tenants().atArrival(dues::arrived);
    rota.tenants().atLeaving(this::left);
  }

  /** Begins to look now and then. */
  void start() {
    dues.begin();
    // Runs until it is closed.
    var _ =
        beat.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Has those leave who did nothing for a while. */
  void look() {
    try {
      var _ =
          rota.tenants()
              .leaveIdle(idle, tenant -> tenant.calling(() -> rota.working().getAsBoolean()));
    } catch (RuntimeException notNow) {
      LOG.warn("Who does nothing could not be looked at", notNow);
    }
  }

  private void left(Tenant tenant) {
    if (counts.test(tenant)) {
      dues.left(tenant, next(tenant));
    }
  }

  private Optional<Instant> next(Tenant tenant) {
    try {
      return rota.next().get();
    } catch (RuntimeException unknown) {
      LOG.warn("It is not known when the next thing of {} is due", tenant.id(), unknown);
      return Optional.of(clock.instant().plus(AGAIN));
    }
  }

  /** Nobody is fetched any more, and who leaves now says when they are due. */
  void rest() {
    beat.shutdownNow();
    dues.rest();
  }

  @Override
  public void close() {
    beat.shutdownNow();
    dues.close();
  }
}
