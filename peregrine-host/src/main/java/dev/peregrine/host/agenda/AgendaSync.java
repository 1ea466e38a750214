package dev.peregrine.host.agenda;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.api.integration.Calendar.Change;
import dev.peregrine.api.integration.Calendar.Outcome;
import dev.peregrine.api.integration.Calendar.Stored;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.host.agenda.AgendaMapper.CalendarRow;
import dev.peregrine.host.agenda.AgendaMapper.EventRow;
import dev.peregrine.host.agenda.AgendaStore.When;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.tasks.TaskRun;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings one calendar and the rounds to the same state: first what the person changed there is
 * noted, then what changed here is written there. What was changed there is not written over until
 * the person decided, and nothing but events that were put by this are touched.
 */
final class AgendaSync {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final AgendaStore store;
  private final Integrations integrations;
  private final AgendaRounds rounds;
  private final InstantSource clock;

  AgendaSync(
      AgendaStore store, Integrations integrations, AgendaRounds rounds, InstantSource clock) {
    this.store = store;
    this.integrations = integrations;
    this.rounds = rounds;
    this.clock = clock;
  }

  /** What a run did. */
  record Done(int written, int removed, int changes) {
    boolean isNothing() {
      return written + removed + changes == 0;
    }
  }

  /** Whether something here is not there yet; calls nobody. */
  boolean isBehind(CalendarRow calendar) {
    Map<String, Wanted> wanted = wanted(calendar);
    List<EventRow> rows = store.events(calendar.integration());
    return calendar.calendar().isEmpty()
        || rows.stream().anyMatch(row -> isToRemove(row, calendar, wanted))
        || !toWrite(calendar, wanted, rows).isEmpty();
  }

  Done run(CalendarRow calendar, TaskRun task) throws ExtensionException, InterruptedException {
    int changes = calendar.calendar().isEmpty() ? 0 : readChanges(calendar);
    int removed = remove(calendar);
    if (calendar.calendar().isEmpty()) {
      store.write(mapper -> mapper.forget(calendar.integration()));
      return new Done(0, removed, 0);
    }
    int written = write(calendar, task);
    store.write(mapper -> mapper.synced(calendar.integration(), clock.millis()));
    return new Done(written, removed, changes);
  }

  // --- what was changed there -------------------------------------------------------------------

  private int readChanges(CalendarRow calendar) throws ExtensionException, InterruptedException {
    boolean tells =
        integrations
            .byKey(calendar.integration())
            .filter(it -> it.descriptor().can().contains(Capability.CHANGES))
            .isPresent();
    if (!tells) {
      return 0;
    }
    var found = new ArrayList<Change>();
    SyncPoint point =
        integrations.call(
            calendar.integration(),
            Calendar.class,
            LIMIT,
            (service, context) ->
                service.changes(
                    calendar.calendar(),
                    Optional.ofNullable(calendar.token()),
                    context,
                    found::add));
    var after = new HashMap<String, Optional<EventRow>>();
    var mentioned = new HashSet<String>();
    for (Change change : found) {
      mentioned.add(change.uid());
      row(calendar, change.uid()).ifPresent(row -> after.put(row.uid(), seen(row, change)));
    }
    if (point.whole()) {
      store.events(calendar.integration()).stream()
          .filter(row -> row.calendar().equals(calendar.calendar()))
          .filter(row -> !mentioned.contains(row.uid()))
          .forEach(row -> after.put(row.uid(), seen(row, new Change.Gone(row.uid()))));
    }
    store.write(
        mapper -> {
          after.forEach(
              (uid, row) ->
                  row.ifPresentOrElse(mapper::put, () -> mapper.drop(calendar.integration(), uid)));
          mapper.read(calendar.integration(), calendar.calendar(), point.token());
        });
    return (int)
        after.values().stream()
            .filter(row -> row.filter(each -> each.change() != null).isPresent())
            .count();
  }

  private Optional<EventRow> row(CalendarRow calendar, String uid) {
    return store
        .read(mapper -> mapper.event(calendar.integration(), uid))
        .filter(row -> row.calendar().equals(calendar.calendar()));
  }

  /** An event after a change of the person's; empty where nothing is left to know of it. */
  private Optional<EventRow> seen(EventRow row, Change change) {
    return switch (change) {
      case Change.Gone gone ->
          isOpen(row)
              ? Optional.of(AgendaStore.with(row, Optional.empty(), true))
              : Optional.empty();
      case Change.Changed changed -> {
        EventRow there = at(row, changed.stored());
        When theirs = when(changed.event(), row);
        boolean same =
            theirs.starts() == row.starts()
                && theirs.minutes() == row.minutes()
                && theirs.place().isEmpty();
        boolean asHere = same || isAsHere(row, theirs);
        yield Optional.of(
            AgendaStore.with(there, asHere ? Optional.empty() : Optional.of(theirs), false));
      }
    };
  }

  private boolean isOpen(EventRow row) {
    return rounds.findById(row.round()).filter(round -> round.state().isOpen()).isPresent()
        && !rounds.isPast(row.round());
  }

  /** The person may have noted the same here meanwhile. */
  private boolean isAsHere(EventRow row, When theirs) {
    return rounds
        .findById(row.round())
        .filter(round -> round.start().isPresent())
        .filter(
            round -> {
              When here = of(round);
              return here.starts() == theirs.starts()
                  && here.minutes() == theirs.minutes()
                  && theirs.place().stream().allMatch(isAt(round)::equals);
            })
        .isPresent();
  }

  /** What was changed there was noted here meanwhile. */
  boolean isSettled(EventRow row) {
    return row.theirStarts() != null
        && row.theirMinutes() != null
        && isAsHere(
            row,
            new When(row.theirStarts(), row.theirMinutes(), Optional.ofNullable(row.theirPlace())));
  }

  private static When of(Round round) {
    return new When(
        round.start().orElseThrow().toInstant().toEpochMilli(),
        (int) round.length().toMinutes(),
        Optional.empty());
  }

  private static String isAt(Round round) {
    return line(round.place().or(() -> round.link().map(URI::toString)).orElse(""));
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
  }

  /**
   * What the person wrote instead of the place that was put; a place that was taken out is none.
   */
  private static Optional<String> otherPlace(CalendarEvent event, EventRow row) {
    return event
        .place()
        .map(AgendaSync::line)
        .filter(place -> !place.isEmpty())
        .filter(place -> row.place() != null && !place.equals(row.place()));
  }

  /** Of an event that now lasts all day, the day counts. */
  private static When when(CalendarEvent event, EventRow row) {
    return switch (event.when()) {
      case CalendarEvent.When.Timed timed ->
          new When(
              timed.start().toInstant().toEpochMilli(),
              (int) Math.clamp(timed.length().toMinutes(), 1, 14 * 24 * 60),
              otherPlace(event, row));
      case CalendarEvent.When.Days days -> {
        var zone = java.time.ZoneOffset.UTC;
        var time = Instant.ofEpochMilli(row.starts()).atZone(zone).toLocalTime();
        yield new When(
            days.first().atTime(time).atZone(zone).toInstant().toEpochMilli(),
            row.minutes(),
            otherPlace(event, row));
      }
    };
  }

  // --- what is to be there ----------------------------------------------------------------------

  private Map<String, Wanted> wanted(CalendarRow calendar) {
    var wanted = new LinkedHashMap<String, Wanted>();
    if (!calendar.calendar().isEmpty()) {
      rounds.wanted(calendar.proposed()).forEach(each -> wanted.put(each.event().uid(), each));
    }
    return wanted;
  }

  private boolean isToRemove(EventRow row, CalendarRow calendar, Map<String, Wanted> wanted) {
    boolean elsewhere = !row.calendar().equals(calendar.calendar());
    return elsewhere || (!wanted.containsKey(row.uid()) && !rounds.isPast(row.round()));
  }

  private int remove(CalendarRow calendar) throws ExtensionException, InterruptedException {
    Map<String, Wanted> wanted = wanted(calendar);
    int removed = 0;
    for (EventRow row : store.events(calendar.integration())) {
      if (isToRemove(row, calendar, wanted)) {
        if (!"gone".equals(row.change())) {
          boolean _ =
              integrations.call(
                  calendar.integration(),
                  Calendar.class,
                  LIMIT,
                  (service, context) -> {
                    service.cancel(row.calendar(), stored(row), context);
                    return true;
                  });
          removed++;
        }
        store.write(mapper -> mapper.drop(row.integration(), row.uid()));
      }
    }
    return removed;
  }

  private List<Wanted> toWrite(
      CalendarRow calendar, Map<String, Wanted> wanted, List<EventRow> rows) {
    var left = new LinkedHashMap<>(wanted);
    for (EventRow row : rows) {
      Wanted its = wanted.get(row.uid());
      boolean waits = row.change() != null && !isSettled(row);
      if (its != null
          && row.calendar().equals(calendar.calendar())
          && (waits || row.written().equals(its.hash()))) {
        left.remove(row.uid());
      }
    }
    return List.copyOf(left.values());
  }

  private int write(CalendarRow calendar, TaskRun task)
      throws ExtensionException, InterruptedException {
    List<Wanted> all = toWrite(calendar, wanted(calendar), store.events(calendar.integration()));
    Optional<ExtensionException> odd = Optional.empty();
    int done = 0;
    for (Wanted wanted : all) {
      task.of(done, all.size());
      try {
        write(calendar, wanted);
        done++;
      } catch (ExtensionException failed) {
        switch (failed.kind()) {
          // This one event is not taken; the others may be.
          case CHANGED_REMOTE, UNSUPPORTED -> odd = odd.or(() -> Optional.of(failed));
          case BAD_SETTINGS, REFUSED, RATE_LIMITED, UNAVAILABLE -> throw failed;
        }
      }
    }
    if (odd.isPresent()) {
      throw odd.get();
    }
    return done;
  }

  private void write(CalendarRow calendar, Wanted wanted)
      throws ExtensionException, InterruptedException {
    Optional<EventRow> row = row(calendar, wanted.event().uid());
    Outcome outcome =
        integrations.call(
            calendar.integration(),
            Calendar.class,
            LIMIT,
            (service, context) ->
                service.put(
                    calendar.calendar(), wanted.event(), row.map(AgendaSync::stored), context));
    switch (outcome) {
      case Outcome.Written written ->
          store.write(mapper -> mapper.put(row(calendar, wanted, written.stored())));
      case Outcome.Conflict conflict ->
          row.ifPresent(
              known -> {
                Optional<EventRow> seen = seen(known, conflict.change());
                store.write(
                    mapper ->
                        seen.ifPresentOrElse(
                            mapper::put, () -> mapper.drop(known.integration(), known.uid())));
              });
    }
  }

  private static EventRow row(CalendarRow calendar, Wanted wanted, Stored stored) {
    When when = of(wanted.round());
    return new EventRow(
        calendar.integration(),
        wanted.event().uid(),
        wanted.round().id(),
        calendar.calendar(),
        stored.remoteId(),
        stored.tag().orElse(null),
        stored.link().map(URI::toString).orElse(null),
        wanted.hash(),
        when.starts(),
        when.minutes(),
        // Where calendars are told less, a place that somebody wrote there is theirs alone.
        wanted.event().text().isPresent() ? line(wanted.event().place().orElse("")) : null,
        null,
        null,
        null,
        null);
  }

  private static EventRow at(EventRow row, Stored stored) {
    return new EventRow(
        row.integration(),
        row.uid(),
        row.round(),
        row.calendar(),
        stored.remoteId(),
        stored.tag().orElse(null),
        row.link(),
        row.written(),
        row.starts(),
        row.minutes(),
        row.place(),
        row.change(),
        row.theirStarts(),
        row.theirMinutes(),
        row.theirPlace());
  }

  private static Stored stored(EventRow row) {
    return new Stored(
        row.uid(),
        row.remote(),
        Optional.ofNullable(row.tag()),
        Optional.ofNullable(row.link()).map(URI::create));
  }
}
