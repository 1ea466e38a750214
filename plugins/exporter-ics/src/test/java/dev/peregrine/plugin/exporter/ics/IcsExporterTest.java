package dev.peregrine.plugin.exporter.ics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.When;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcsExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new IcsExporter();
  }

  @Test
  void anInterviewIsAnEventInItsZoneWithItsAlarm() throws Exception {
    assertThat(lines(SampleDocuments.saying(Kind.EVENTS, "Interview, first; round")))
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Peregrine//Peregrine//EN",
            "CALSCALE:GREGORIAN",
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Berlin",
            "BEGIN:DAYLIGHT",
            "DTSTART:20250330T020000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:20251026T030000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:interview-17@peregrine",
            "DTSTAMP:20261122T090000Z",
            "SEQUENCE:0",
            "DTSTART;TZID=Europe/Berlin:20261124T100000",
            "DTEND;TZID=Europe/Berlin:20261124T104500",
            "SUMMARY:Interview\\, first\\; round",
            "LOCATION:Interview\\, first\\; round",
            "DESCRIPTION:Interview\\, first\\; round",
            "STATUS:CONFIRMED",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Interview\\, first\\; round",
            "TRIGGER:-PT60M",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @Test
  void aStrangersLineBreakBeginsNoLine() throws Exception {
    assertThat(lines(SampleDocuments.saying(Kind.EVENTS, "x\r\nBEGIN:VEVENT\r\nUID:evil")))
        .filteredOn(line -> line.equals("BEGIN:VEVENT"))
        .hasSize(1);
  }

  @Test
  void noLineIsLongerThan75BytesAndNoSignIsCut() throws Exception {
    String said = "Gespräch über 💥 ".repeat(50);
    byte[] bytes =
        write(SampleDocuments.saying(Kind.EVENTS, said), FakeExporterContext.usualLayout());
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + said.strip());
  }

  @Test
  void wholeDaysEndOnTheDayAfter() throws Exception {
    var days =
        CalendarEvent.of("due-1@peregrine", "Due", new When.Days(LocalDate.of(2026, 12, 31), 1));
    assertThat(lines(new ExportRequest.Events(List.of(days))))
        .contains("DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101");
  }

  private List<String> lines(ExportRequest request) throws Exception {
    return List.of(
        new String(write(request, FakeExporterContext.usualLayout()), StandardCharsets.UTF_8)
            .split("\r\n"));
  }
}
