package dev.peregrine.host.agenda;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings calendars up to date soon after a round was changed here: several changes at once. */
public final class AgendaWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AgendaWatch.class);
  private static final Set<String> TOPICS = Set.of(Rounds.TOPIC, "jobs");

  private final Agenda agenda;
  private final Duration soon;
  private final AtomicBoolean waits = new AtomicBoolean();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("agenda").daemon().factory());
  private final AutoCloseable listening;

  /**
   * @param soon how long to wait for another change
   */
  public AgendaWatch(Agenda agenda, Live live, Tenant tenant, Duration soon) {
    this.agenda = agenda;
    this.soon = soon;
    this.listening = live.listen(tenant.id(), topic -> changed(topic, tenant));
  }

  private void changed(String topic, Tenant tenant) {
    if (TOPICS.contains(topic) && !timer.isShutdown() && waits.compareAndSet(false, true)) {
      var _ =
          timer.schedule(
              () -> {
                waits.set(false);
                tenant.run(this::look);
              },
              soon.toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      agenda.beginBehind();
    } catch (RuntimeException notNow) {
      LOG.warn("Calendars could not be brought up to date", notNow);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      listening.close();
    } catch (Exception never) {
      throw new IllegalStateException(never);
    }
  }
}
