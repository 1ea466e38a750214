package dev.peregrine.calendar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.When;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @Test
  void whatWasWrittenIsReadAsItWas() {
    var event =
        CalendarEvent.of(
                "a1@peregrine",
                "Interview; with, \\all\\ of 🦅 " + "ä".repeat(200),
                timed("2027-03-28T09:30+02:00[Europe/Berlin]"))
            .withSequence(7)
            .withPlace(Optional.of("Hall 3, 2nd floor"))
            .withText(Optional.of("One\nTwo"))
            .withLink(Optional.of(URI.create("https://call.example/x?y=1")))
            .withAlarms(Duration.ofDays(1), Duration.ofMinutes(15))
            .withTentative(true)
            .withChanged(NOW);

    assertThat(IcsEvents.read(written(event))).containsExactly(event);
  }

  @Test
  void wholeDaysAreWholeDays() {
    var event =
        CalendarEvent.of("a1@peregrine", "Due", new When.Days(LocalDate.of(2026, 12, 31), 2))
            .withChanged(NOW);

    assertThat(IcsEvents.read(written(event))).containsExactly(event);
  }

  @ParameterizedTest
  @CsvSource({
    "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270705T100000,2027-07-05T08:00:00Z",
    "DTSTART;TZID=Somewhere:20270705T100000,2027-07-05T08:00:00Z",
    "DTSTART;TZID=Somewhere:20270205T100000,2027-02-05T09:00:00Z",
    "DTSTART;TZID=Somewhere:20271031T040000,2027-10-31T03:00:00Z",
    "DTSTART:20270705T100000Z,2027-07-05T10:00:00Z"
  })
  void timesAreReadInTheZonesOfOtherPrograms(String line, Instant expected) {
    String text =
        """
        BEGIN:VCALENDAR
        BEGIN:VTIMEZONE
        TZID:Somewhere
        BEGIN:DAYLIGHT
        DTSTART:19810329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:a1@peregrine
        %s
        DURATION:PT45M
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(line);

    assertThat(IcsEvents.read(text))
        .singleElement()
        .satisfies(
            event -> {
              var when = (When.Timed) event.when();
              assertThat(when.start().toInstant()).isEqualTo(expected);
              assertThat(when.length()).isEqualTo(Duration.ofMinutes(45));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20270231T100000Z\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID=Nowhere:20270205T100000\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270205T100000Z\nEND:VEVENT",
        "BEGIN:VCALENDAR\nEND:X\nEND:Y\nEND:Z\n;:\n:\nX;=;=:"
      })
  void whatIsNoEventIsLeftOut(String text) {
    assertThat(IcsEvents.read(text)).isEmpty();
  }

  private static When timed(String start) {
    return new When.Timed(ZonedDateTime.parse(start), Duration.ofHours(1));
  }

  private static String written(CalendarEvent event) {
    return Ics.of(new ExportRequest.Events(List.of(event), Optional.empty()), NOW);
  }
}
