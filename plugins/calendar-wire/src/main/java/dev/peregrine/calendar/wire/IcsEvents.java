package dev.peregrine.calendar.wire;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.Status;
import dev.peregrine.api.integration.CalendarEvent.When;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads events that were written by {@link Ics} and changed by any calendar program since. Reading
 * never fails: an event without a UID or a time that is understood is left out. Of an event that
 * was made to repeat, the first is read.
 */
public final class IcsEvents {

  private IcsEvents() {}

  /** The events of a file. */
  public static List<CalendarEvent> read(String text) {
    return IcsPart.of(IcsLine.of(text)).parts("VCALENDAR").stream()
        .flatMap(
            calendar -> {
              var times = new IcsTimes(calendar.parts("VTIMEZONE"));
              return calendar.parts("VEVENT").stream()
                  .filter(event -> event.find("RECURRENCE-ID").isEmpty())
                  .flatMap(event -> event(event, times).stream());
            })
        .toList();
  }

  private static Optional<CalendarEvent> event(IcsPart event, IcsTimes times) {
    Optional<When> when = when(event, times);
    Optional<String> uid = event.text("UID").filter(name -> name.matches("[\\x21-\\x7e]+"));
    if (when.isEmpty() || uid.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CalendarEvent(
            uid.get(),
            sequence(event),
            event.text("SUMMARY").orElse("…"),
            when.get(),
            event.text("LOCATION"),
            event.text("DESCRIPTION"),
            event.find("URL").map(IcsLine::value).flatMap(HttpCall::address),
            alarms(event),
            status(event),
            event.find("LAST-MODIFIED").flatMap(times::at).map(ZonedDateTime::toInstant)));
  }

  private static Optional<When> when(IcsPart event, IcsTimes times) {
    Optional<LocalDate> day = event.find("DTSTART").flatMap(IcsTimes::day);
    if (day.isPresent()) {
      long days =
          event
              .find("DTEND")
              .flatMap(IcsTimes::day)
              .map(end -> ChronoUnit.DAYS.between(day.get(), end))
              .or(() -> length(event).map(Duration::toDays))
              .orElse(1L);
      return Optional.of(new When.Days(day.get(), (int) Math.clamp(days, 1, 3660)));
    }
    return event
        .find("DTSTART")
        .flatMap(times::at)
        .map(start -> new When.Timed(start, length(event, times, start)));
  }

  private static Duration length(IcsPart event, IcsTimes times, ZonedDateTime start) {
    return event
        .find("DTEND")
        .flatMap(times::at)
        .map(end -> Duration.between(start, end))
        .or(() -> length(event))
        .filter(Duration::isPositive)
        .orElse(Duration.ofMinutes(1));
  }

  private static Optional<Duration> length(IcsPart event) {
    return event.find("DURATION").flatMap(line -> IcsTimes.length(line.value()));
  }

  private static int sequence(IcsPart event) {
    String digits = event.text("SEQUENCE").orElse("");
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
  }

  private static Status status(IcsPart event) {
    return switch (event.text("STATUS").orElse("").toUpperCase(Locale.ROOT)) {
      case "CANCELLED" -> Status.CANCELLED;
      case "TENTATIVE" -> Status.TENTATIVE;
      default -> Status.CONFIRMED;
    };
  }

  /** Those before the beginning; others are none of ours. */
  private static List<Duration> alarms(IcsPart event) {
    return event.parts("VALARM").stream()
        .flatMap(alarm -> alarm.find("TRIGGER").stream())
        .filter(trigger -> !trigger.parameter("RELATED").equalsIgnoreCase("END"))
        .flatMap(trigger -> IcsTimes.length(trigger.value()).stream())
        .map(Duration::negated)
        .filter(before -> !before.isNegative())
        .toList();
  }
}
