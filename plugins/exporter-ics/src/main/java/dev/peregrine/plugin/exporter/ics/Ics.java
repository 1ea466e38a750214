package dev.peregrine.plugin.exporter.ics;

import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.When;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * iCalendar (RFC 5545). Times are in UTC: a single event needs no rules of a time zone, and
 * programs differ in which of these they know.
 */
final class Ics {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int LONGEST = 75;

  private final StringBuilder lines = new StringBuilder();

  private Ics() {}

  static String of(List<CalendarEvent> events, Instant now) {
    var ics = new Ics();
    ics.line("BEGIN:VCALENDAR");
    ics.line("VERSION:2.0");
    ics.line("PRODID:-//Peregrine//Peregrine//EN");
    ics.line("CALSCALE:GREGORIAN");
    ics.line("METHOD:PUBLISH");
    events.forEach(event -> ics.event(event, now));
    ics.line("END:VCALENDAR");
    return ics.lines.toString();
  }

  private void event(CalendarEvent event, Instant now) {
    line("BEGIN:VEVENT");
    line("UID:" + text(event.uid()));
    line("DTSTAMP:" + MOMENT.format(now));
    line("SEQUENCE:" + event.sequence());
    when(event.when());
    line("SUMMARY:" + text(event.title()));
    event.place().ifPresent(place -> line("LOCATION:" + text(place)));
    event.text().ifPresent(text -> line("DESCRIPTION:" + text(text)));
    event.link().ifPresent(link -> line("URL:" + link.toASCIIString()));
    line("STATUS:" + (event.tentative() ? "TENTATIVE" : "CONFIRMED"));
    event.alarms().forEach(before -> alarm(event, before));
    line("END:VEVENT");
  }

  private void when(When when) {
    switch (when) {
      case When.Timed timed -> {
        Instant start = timed.start().toInstant();
        line("DTSTART:" + MOMENT.format(start));
        line("DTEND:" + MOMENT.format(start.plus(timed.length())));
      }
      case When.Days days -> {
        var day = DateTimeFormatter.BASIC_ISO_DATE;
        line("DTSTART;VALUE=DATE:" + day.format(days.first()));
        line("DTEND;VALUE=DATE:" + day.format(days.first().plusDays(days.days())));
      }
    }
  }

  private void alarm(CalendarEvent event, Duration before) {
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("DESCRIPTION:" + text(event.title()));
    line("TRIGGER:-PT" + before.toMinutes() + "M");
    line("END:VALARM");
  }

  /** Ended and folded: no line has more than 75 bytes, and no sign is cut in two. */
  private void line(String content) {
    int bytes = 0;
    for (int sign : content.codePoints().toArray()) {
      int size = Character.toString(sign).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > LONGEST) {
        lines.append("\r\n ");
        bytes = 1;
      }
      lines.appendCodePoint(sign);
      bytes += size;
    }
    lines.append("\r\n");
  }

  /** A value that cannot end its line: whatever is in it stays text. */
  private static String text(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n")
        .replaceAll("[\\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]", " ")
        .codePoints()
        .map(sign -> Character.getType(sign) == Character.SURROGATE ? 0xFFFD : sign)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
