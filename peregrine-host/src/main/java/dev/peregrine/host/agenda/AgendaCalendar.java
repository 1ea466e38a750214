package dev.peregrine.host.agenda;

import java.time.Instant;
import java.util.Optional;

/**
 * The calendar in which an integration shows rounds.
 *
 * @param integration its key
 * @param calendar as the service names it; empty once nothing is shown there any more and what was
 *     put is being taken out
 * @param name as people read it
 * @param proposed whether rounds that are only proposed are shown, too
 * @param synced when both sides were last the same
 */
public record AgendaCalendar(
    String integration, String calendar, String name, boolean proposed, Optional<Instant> synced) {

  /** Whether what was put there is being taken out. */
  public boolean isEnding() {
    return calendar.isEmpty();
  }

  static AgendaCalendar of(AgendaMapper.CalendarRow row) {
    return new AgendaCalendar(
        row.integration(),
        row.calendar(),
        row.name(),
        row.proposed(),
        Optional.ofNullable(row.synced()).map(Instant::ofEpochMilli));
  }
}
