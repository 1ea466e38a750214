package dev.peregrine.host.boot;

import dev.peregrine.host.agenda.Agenda;
import dev.peregrine.host.agenda.AgendaWatch;
import dev.peregrine.host.agenda.RecurringAgenda;
import dev.peregrine.host.agenda.RoundEvents;
import dev.peregrine.host.calendars.AgendaRoutes;
import dev.peregrine.host.calendars.AgendaViews;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Interviews in calendars of services, wired. */
final class Appointing implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(3);

  private final Agenda agenda;
  private final AgendaRoutes routes;
  private final AfterApplying.Ground ground;
  private final Map<Tenant, AgendaWatch> watches = new ConcurrentHashMap<>();

  Appointing(AfterApplying.Ground ground, AfterApplying afterApplying, Integrations integrations) {
    this.ground = ground;
    agenda =
        new Agenda(
            ground.databases(),
            integrations,
            afterApplying.rounds(),
            ground.jobs(),
            new RoundEvents(ground.jobs(), afterApplying.calendarFile()),
            ground.tasks(),
            ground.live(),
            ground.clock());
    ground.schedules().register(new RecurringAgenda(agenda));
    var views = new AgendaViews(agenda, ground.jobs(), ground.clock(), ground.zone());
    integrations.add(views);
    afterApplying.reminders().add(views);
    routes = new AgendaRoutes(agenda, views, afterApplying.rounds());
  }

  AgendaRoutes routes() {
    return routes;
  }

  Agenda agenda() {
    return agenda;
  }

  /** Writes into calendars soon after something changed here. */
  void start(Tenant tenant) {
    var _ =
        watches.computeIfAbsent(tenant, each -> new AgendaWatch(agenda, ground.live(), each, SOON));
  }

  /** No longer does. */
  void stop(Tenant tenant) {
    AgendaWatch watch = watches.remove(tenant);
    if (watch != null) {
      watch.close();
    }
  }

  @Override
  public void close() {
    watches.values().forEach(AgendaWatch::close);
  }
}
