package dev.peregrine.host.agenda;

import dev.peregrine.host.agenda.AgendaMapper.CalendarRow;
import dev.peregrine.host.agenda.AgendaMapper.EventRow;
import dev.peregrine.host.storage.Databases;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is known of calendars and of what was put into them, for the current tenant. */
record AgendaStore(Databases databases) {

  Optional<CalendarRow> calendar(String integration) {
    return read(AgendaMapper::calendars).stream()
        .filter(row -> row.integration().equals(integration))
        .findFirst();
  }

  List<EventRow> events(String integration) {
    return read(mapper -> mapper.events(integration));
  }

  <T> T read(Function<AgendaMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(AgendaMapper.class)));
  }

  void write(Consumer<AgendaMapper> work) {
    databases
        .current()
        .write(
            mappers -> {
              work.accept(mappers.of(AgendaMapper.class));
              return true;
            });
  }

  /** An event with what the person did to it there, or with nothing. */
  static EventRow with(EventRow row, Optional<When> theirs, boolean gone) {
    return new EventRow(
        row.integration(),
        row.uid(),
        row.round(),
        row.calendar(),
        row.remote(),
        row.tag(),
        row.link(),
        row.written(),
        row.starts(),
        row.minutes(),
        row.place(),
        gone ? "gone" : theirs.isPresent() ? "moved" : null,
        theirs.map(When::starts).orElse(null),
        theirs.map(When::minutes).orElse(null),
        theirs.flatMap(When::place).orElse(null));
  }

  /** An event that is written as such from now on. */
  static EventRow writtenAs(EventRow row, String hash, When when) {
    return new EventRow(
        row.integration(),
        row.uid(),
        row.round(),
        row.calendar(),
        row.remote(),
        row.tag(),
        row.link(),
        hash,
        when.starts(),
        when.minutes(),
        when.place().orElse(row.place()),
        null,
        null,
        null,
        null);
  }

  /**
   * When and where, as it is kept.
   *
   * @param place empty where it is the one that is known
   */
  record When(long starts, int minutes, Optional<String> place) {}
}
