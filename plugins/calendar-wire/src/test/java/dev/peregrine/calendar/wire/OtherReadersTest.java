package dev.peregrine.calendar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.Status;
import dev.peregrine.api.integration.CalendarEvent.When;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.validate.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, opened by two libraries that others wrote. */
class OtherReadersTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private static CalendarEvent interview(String zone, String local) {
    return CalendarEvent.of(
            "a1@peregrine",
            "Technical interview: Wattwerk & Söhne; second, last",
            new When.Timed(
                ZonedDateTime.of(LocalDateTime.parse(local), ZoneId.of(zone)),
                Duration.ofMinutes(75)))
        .withPlace(Optional.of("Torstraße 1\n10119 Berlin"))
        .withText(Optional.of("With Ada Quint.\nBring: \"laptop\"\\charger 💻"))
        .withLink(Optional.of(URI.create("https://meet.example/abc?x=1")))
        .withAlarms(Duration.ofMinutes(15), Duration.ofDays(1))
        .withSequence(3)
        .withChanged(Instant.parse("2026-11-20T08:00:00Z"));
  }

  private static String written(Optional<String> feed, CalendarEvent... events) {
    return Ics.of(new ExportRequest.Events(List.of(events), feed), NOW);
  }

  private static Calendar read(String ics) throws Exception {
    return new CalendarBuilder().build(new StringReader(ics));
  }

  @Test
  void everyFileIsValid() throws Exception {
    CalendarEvent event = interview("Europe/Berlin", "2026-11-24T10:00");
    CalendarEvent days =
        CalendarEvent.of("d@peregrine", "Due", new When.Days(LocalDate.of(2026, 12, 31), 1));
    for (String ics :
        List.of(
            written(Optional.empty(), event),
            written(Optional.empty(), event.withStatus(Status.CANCELLED)),
            written(Optional.of("Interviews, mine"), event, days.withTentative(true)),
            written(Optional.of("None"), event.withStatus(Status.CANCELLED)))) {
      assertThat(problems(ics)).as(ics).isEmpty();
      // It wants every alarm to say that it is reckoned from the start, which RFC 5545 presumes.
      assertThat(Biweekly.parse(ics).first().validate(ICalVersion.V2_0).getWarnings())
          .filteredOn(warning -> !warning.toString().contains("Trigger]: (10)"))
          .as(ics)
          .isEmpty();
    }
  }

  private static String problems(String ics) throws Exception {
    try {
      return read(ics).validate(true).getEntries().toString().replace("[]", "");
    } catch (ValidationException invalid) {
      return String.valueOf(invalid.getMessage());
    }
  }

  @Test
  void bothReadWhatWasMeant() throws Exception {
    String ics = written(Optional.empty(), interview("America/New_York", "2026-11-24T10:00"));
    ICalendar other = Biweekly.parse(ics).first();
    var event = other.getEvents().getFirst();
    assertThat(event.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-11-24T15:00:00Z"));
    assertThat(event.getDateEnd().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-11-24T16:15:00Z"));
    assertThat(event.getSummary().getValue())
        .isEqualTo("Technical interview: Wattwerk & Söhne; second, last");
    assertThat(event.getDescription().getValue())
        .isEqualTo("With Ada Quint.\nBring: \"laptop\"\\charger 💻");
    assertThat(event.getLocation().getValue()).isEqualTo("Torstraße 1\n10119 Berlin");
    assertThat(event.getSequence().getValue()).isEqualTo(3);
    assertThat(event.getAlarms()).hasSize(2);
    var same = read(ics).getComponents(Component.VEVENT).getFirst();
    assertThat(same.getRequiredProperty(Property.SUMMARY).getValue())
        .isEqualTo(event.getSummary().getValue());
  }

  /** Programs that do not know the zone's name go by the rules that the file says. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "America/Sao_Paulo",
        "Africa/Cairo",
        "Asia/Gaza",
        "America/Nuuk",
        "Pacific/Chatham",
        "Europe/Dublin",
        "Asia/Tehran",
        "America/Santiago"
      })
  void theRulesOfAZoneSayWhatItsNameSays(String name) throws Exception {
    ZoneId zone = ZoneId.of(name);
    for (int month = 0; month < 30; month++) {
      LocalDateTime local = LocalDate.of(2026, 1, 15).plusMonths(month).atTime(LocalTime.NOON);
      ZonedDateTime meant = local.atZone(zone);
      String ics = written(Optional.empty(), interview(name, local.toString()));
      VTimeZone rules = (VTimeZone) read(ics).getComponents(Component.VTIMEZONE).getFirst();
      Observance at = rules.getApplicableObservance(OffsetDateTime.from(meant));
      TzOffsetTo offset = at.getRequiredProperty(Property.TZOFFSETTO);
      assertThat(offset.getOffset()).as("%s", meant).isEqualTo(meant.getOffset());
      if (name.equals("Australia/Lord_Howe")) {
        continue; // the second reader takes every change of the clocks for a whole hour
      }
      String nameless = ics.replace(name, "Nowhere");
      assertThat(
              Biweekly.parse(nameless)
                  .first()
                  .getEvents()
                  .getFirst()
                  .getDateStart()
                  .getValue()
                  .toInstant())
          .as("%s by the second reader", meant)
          .isEqualTo(meant.toInstant());
    }
  }

  @Test
  void everyZoneThatJavaKnowsCanBeWritten() throws Exception {
    // Not ZoneId's own list, to which the first reader adds zones without rules.
    List<String> zones =
        Stream.concat(Stream.of(TimeZone.getAvailableIDs()), Stream.of("Z", "+05:45", "UTC+2"))
            .filter(id -> !ZoneId.SHORT_IDS.containsKey(id))
            .sorted()
            .toList();
    for (String zone : zones) {
      String ics = written(Optional.empty(), interview(zone, "2026-07-01T10:00"));
      assertThat(problems(ics)).as(zone).isEmpty();
    }
  }

  @Test
  void theSecondOfTwoEqualHoursIsThatHour() {
    ZonedDateTime second =
        ZonedDateTime.of(LocalDateTime.parse("2026-10-25T02:30"), ZoneId.of("Europe/Berlin"))
            .withLaterOffsetAtOverlap();
    CalendarEvent event =
        interview("Europe/Berlin", "2026-10-25T02:30")
            .moved(new When.Timed(second, Duration.ofMinutes(30)));
    assertThat(
            Biweekly.parse(written(Optional.empty(), event))
                .first()
                .getEvents()
                .getFirst()
                .getDateStart()
                .getValue()
                .toInstant())
        .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
  }

  @Test
  void whatIsCalledOffTakesTheEventOut() throws Exception {
    CalendarEvent off = interview("Europe/Berlin", "2026-11-24T10:00").withStatus(Status.CANCELLED);
    assertThat(written(Optional.empty(), off))
        .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:3\r\n")
        .doesNotContain("VALARM");
    assertThat(written(Optional.of("Interviews"), off))
        .contains("STATUS:CANCELLED\r\n", "X-WR-CALNAME:Interviews\r\n")
        .doesNotContain("METHOD");
  }

  @Test
  void whatDidNotChangeIsWrittenAlike() {
    CalendarEvent event = interview("Europe/Berlin", "2026-11-24T10:00");
    var request = new ExportRequest.Events(List.of(event), Optional.of("Interviews"));
    assertThat(Ics.of(request, NOW.plusSeconds(86_400))).isEqualTo(Ics.of(request, NOW));
  }
}
