package dev.peregrine.host.schedules;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The part of the day in which nobody else is asked for anything. What falls into it waits for its
 * end.
 *
 * @param from may be later than {@code to}: then it goes on past midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "Quiet hours begin and end at \"%s\", expected two different times such as 22:00 and 07:00."
              .formatted(from));
    }
  }

  /** The moment itself, or the end of the quiet hours that it falls into. */
  public Instant release(Instant moment, ZoneId zone) {
    ZonedDateTime there = moment.atZone(zone);
    LocalTime time = there.toLocalTime();
    boolean pastMidnight = from.isAfter(to);
    boolean late = !time.isBefore(from);
    boolean early = time.isBefore(to);
    if (pastMidnight ? !late && !early : !late || !early) {
      return moment;
    }
    ZonedDateTime end =
        there.toLocalDate().plusDays(pastMidnight && late ? 1 : 0).atTime(to).atZone(zone);
    return end.toInstant().isAfter(moment) ? end.toInstant() : moment;
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
