package dev.peregrine.host.agenda;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.api.integration.IntegrationDescriptor.ForCalendar;
import dev.peregrine.host.agenda.AgendaMapper.CalendarRow;
import dev.peregrine.host.agenda.AgendaMapper.EventRow;
import dev.peregrine.host.agenda.AgendaStore.When;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The current tenant's rounds in the calendars that the person connected. A calendar is shown what
 * is agreed here; what the person changes there waits until they decide.
 */
public final class Agenda {

  /** The topic of {@link Live} that is told when something of a calendar changes. */
  public static final String TOPIC = "agenda";

  /** The type of the task that brings a calendar up to date; its key is the integration's. */
  public static final String TASK = "calendar_sync";

  private static final Duration LISTS = Duration.ofSeconds(30);

  private final AgendaStore store;
  private final Integrations integrations;
  private final Rounds rounds;
  private final AgendaRounds shown;
  private final AgendaSync sync;
  private final Tasks tasks;
  private final Live live;

  public Agenda(
      Databases databases,
      Integrations integrations,
      Rounds rounds,
      Jobs jobs,
      RoundEvents events,
      Tasks tasks,
      Live live,
      InstantSource clock) {
    this.store = new AgendaStore(databases);
    this.integrations = integrations;
    this.rounds = rounds;
    this.shown = new AgendaRounds(rounds, jobs, events, clock);
    this.sync = new AgendaSync(store, integrations, shown, clock);
    this.tasks = tasks;
    this.live = live;
    tasks.register(TASK, this::run);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(AgendaMapper.class);
  }

  /** The connected calendars of services. */
  public List<Connection> connected() {
    return integrations.connected().stream()
        .filter(each -> each.descriptor() instanceof ForCalendar)
        .toList();
  }

  /** The calendar in which that integration shows rounds, if one was chosen. */
  public Optional<AgendaCalendar> calendar(String integration) {
    return store.calendar(integration).map(AgendaCalendar::of);
  }

  /** How many rounds are in the calendar of that integration. */
  public int count(String integration) {
    return (int)
        store.events(integration).stream().filter(row -> !"gone".equals(row.change())).count();
  }

  /** The calendars that the person can choose from; asks the service. */
  public List<Calendar.Shown> choices(String integration)
      throws ExtensionException, InterruptedException {
    return integrations.call(integration, Calendar.class, LISTS, Calendar::calendars);
  }

  /** Makes a calendar of that name there. */
  public Calendar.Shown make(String integration, String name)
      throws ExtensionException, InterruptedException {
    return integrations.call(
        integration, Calendar.class, LISTS, (service, context) -> service.create(name, context));
  }

  /**
   * Shows rounds in a calendar from now on.
   *
   * @param proposed whether those that are only proposed, too
   * @param leave whether events that are in another calendar of it stay there
   */
  public void choose(String integration, Calendar.Shown calendar, boolean proposed, boolean leave) {
    store.write(
        mapper -> {
          mapper.choose(integration, calendar.id(), calendar.name(), proposed);
          if (leave) {
            mapper.leaveOthers(integration, calendar.id());
          }
        });
    changed();
    begin(integration);
  }

  /**
   * Shows nothing there any more.
   *
   * @param leave whether what is there stays; otherwise it is taken out
   */
  public void stop(String integration, boolean leave) {
    store.write(
        mapper -> {
          if (leave) {
            mapper.leaveOthers(integration, "");
            mapper.forget(integration);
          } else {
            mapper.stop(integration);
          }
        });
    changed();
    if (!leave) {
      begin(integration);
    }
  }

  // --- keeping both the same --------------------------------------------------------------------

  /** Begins to bring a calendar up to date, unless that is going on. */
  public void begin(String integration) {
    if (isConnected(integration) && store.calendar(integration).isPresent()) {
      var _ =
          tasks.submit(TASK, integration, t("agenda.task", "name", name(integration)), integration);
    }
  }

  /** The same for all calendars. */
  void beginAll() {
    calendars().forEach(row -> begin(row.integration()));
  }

  /**
   * The same for those of which something here is not there yet. One that needs the person first
   * waits for them.
   */
  void beginBehind() {
    calendars()
        .filter(row -> !isStuck(row.integration()) && sync.isBehind(row))
        .forEach(row -> begin(row.integration()));
  }

  private Stream<CalendarRow> calendars() {
    return store.read(AgendaMapper::calendars).stream()
        .filter(row -> isConnected(row.integration()));
  }

  private boolean isConnected(String integration) {
    return connected().stream().anyMatch(each -> each.key().equals(integration));
  }

  private boolean isStuck(String integration) {
    return integrations
        .byKey(integration)
        .flatMap(Connection::trouble)
        .filter(trouble -> !trouble.passes())
        .isPresent();
  }

  private String name(String integration) {
    return integrations.byKey(integration).map(Connection::name).orElse(integration);
  }

  private String run(TaskRun task) throws ExtensionException, InterruptedException {
    Optional<CalendarRow> calendar = store.calendar(task.params());
    if (calendar.isEmpty()) {
      return t("agenda.nothing-chosen");
    }
    task.step(t("agenda.comparing", "calendar", calendar.get().name()));
    try {
      AgendaSync.Done done = sync.run(calendar.get(), task);
      return done.isNothing()
          ? t("agenda.same")
          : t(
              "agenda.done",
              "written",
              done.written(),
              "removed",
              done.removed(),
              "changes",
              done.changes());
    } finally {
      changed();
    }
  }

  // --- what the person changed there ------------------------------------------------------------

  /** What waits for the person, of one integration; the first round first. */
  public List<CalendarChange> changes(String integration) {
    return store.events(integration).stream().flatMap(row -> change(row).stream()).toList();
  }

  private Optional<CalendarChange> change(EventRow row) {
    Optional<Round> round =
        shown
            .findById(row.round())
            .filter(each -> each.state().isOpen() && each.start().isPresent());
    if (row.change() == null || round.isEmpty() || sync.isSettled(row)) {
      return Optional.empty();
    }
    if (row.change().equals("gone")) {
      return Optional.of(new CalendarChange.Gone(round.get(), row.uid()));
    }
    if (row.theirStarts() == null || row.theirMinutes() == null) {
      return Optional.empty();
    }
    ZonedDateTime start =
        Instant.ofEpochMilli(row.theirStarts())
            .atZone(round.get().start().map(ZonedDateTime::getZone).orElse(ZoneOffset.UTC));
    return Optional.of(
        new CalendarChange.Moved(
            round.get(),
            row.uid(),
            start,
            Duration.ofMinutes(row.theirMinutes()),
            Optional.ofNullable(row.theirPlace())));
  }

  /** The one of that round, unless it was decided. */
  public Optional<CalendarChange> change(String integration, long round) {
    return changes(integration).stream().filter(each -> each.round().id() == round).findFirst();
  }

  /**
   * The person wants it here as it is there.
   *
   * @return the round as it is now; empty where it was changed meanwhile
   */
  public Optional<Round> take(String integration, CalendarChange change) {
    Round before = change.round();
    RoundPlan plan =
        switch (change) {
          case CalendarChange.Moved moved ->
              before
                  .plan()
                  .at(moved.start())
                  .lasting(moved.length())
                  .withPlace(moved.place().or(before::place))
                  .withState(before.plan().state());
          case CalendarChange.Gone gone -> before.plan().withState(RoundState.CANCELLED);
        };
    Rounds.Saving end = rounds.save(before.id(), before.version(), plan);
    if (!(end instanceof Rounds.Saving.Done done)) {
      return Optional.empty();
    }
    decide(integration, change, true);
    return Optional.of(done.round());
  }

  /** The person wants it there as it is here. */
  public void keep(String integration, CalendarChange change) {
    decide(integration, change, false);
    begin(integration);
  }

  /** What is there is known now; what differs from here is written the next time. */
  private void decide(String integration, CalendarChange change, boolean taken) {
    store.write(
        mapper ->
            mapper
                .event(integration, change.uid())
                .ifPresent(
                    row -> {
                      switch (change) {
                        case CalendarChange.Gone gone -> mapper.drop(integration, change.uid());
                        case CalendarChange.Moved moved -> {
                          var theirs =
                              new When(
                                  moved.start().toInstant().toEpochMilli(),
                                  (int) moved.length().toMinutes(),
                                  moved.place());
                          mapper.put(
                              AgendaStore.writtenAs(
                                  row,
                                  "",
                                  taken
                                      ? theirs
                                      : new When(row.starts(), row.minutes(), Optional.empty())));
                        }
                      }
                    }));
    changed();
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
    live.changed(Tenant.current().id(), Integrations.TOPIC);
  }
}
