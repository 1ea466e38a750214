package dev.peregrine.calendar.wire;

import static dev.peregrine.calendar.wire.Lines.text;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.Status;
import dev.peregrine.api.integration.CalendarEvent.When;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * iCalendar (RFC 5545). Times stand in the zone in which they were agreed, with that zone's rules,
 * so that an event stays at ten o'clock where somebody's calendar knows of a change of the clocks.
 *
 * <p>A file says no METHOD: with PUBLISH it would have to name an organiser (RFC 5546), and
 * calendars would show the event as somebody's meeting. A file of nothing but what was called off
 * is a CANCEL, which calendars answer by taking the event out.
 */
public final class Ics {

  private static final String NOBODY = "ORGANIZER;CN=Peregrine:mailto:calendar@peregrine.invalid";
  private static final String HOURLY = "PT1H";

  private final Lines lines = new Lines();
  private final Instant now;
  private final boolean calledOff;

  private Ics(Instant now, boolean calledOff) {
    this.now = now;
    this.calledOff = calledOff;
  }

  /**
   * The file of some events.
   *
   * @param now for events of which nobody knows when they were changed
   */
  public static String of(ExportRequest.Events request, Instant now) {
    List<CalendarEvent> events = request.events();
    boolean calledOff =
        request.feed().isEmpty()
            && !events.isEmpty()
            && events.stream().allMatch(event -> event.status() == Status.CANCELLED);
    var ics = new Ics(now, calledOff);
    ics.calendar(request);
    return ics.lines.toString();
  }

  private void calendar(ExportRequest.Events request) {
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Peregrine//Peregrine//EN");
    lines.add("CALSCALE:GREGORIAN");
    if (calledOff) {
      lines.add("METHOD:CANCEL");
    }
    request.feed().ifPresent(this::feed);
    zones(request.events());
    request.events().forEach(this::event);
    lines.add("END:VCALENDAR");
  }

  /** The names of RFC 7986, and those that were in use before. */
  private void feed(String name) {
    lines.add("NAME:" + text(name));
    lines.add("X-WR-CALNAME:" + text(name));
    lines.add("REFRESH-INTERVAL;VALUE=DURATION:" + HOURLY);
    lines.add("X-PUBLISHED-TTL:" + HOURLY);
  }

  private void zones(List<CalendarEvent> events) {
    Map<String, ZoneLines> zones = new TreeMap<>();
    for (CalendarEvent event : events) {
      if (event.when() instanceof When.Timed timed && isNamed(timed.start().getZone())) {
        Instant start = timed.start().toInstant();
        zones.merge(
            timed.start().getZone().getId(),
            new ZoneLines(timed.start().getZone(), start, start.plus(timed.length())),
            Ics::joined);
      }
    }
    zones.values().forEach(zone -> zone.write(lines));
  }

  private static ZoneLines joined(ZoneLines one, ZoneLines other) {
    return new ZoneLines(
        one.zone(),
        one.first().isBefore(other.first()) ? one.first() : other.first(),
        one.last().isAfter(other.last()) ? one.last() : other.last());
  }

  /** Others know no more than an offset, and are written in UTC. */
  private static boolean isNamed(ZoneId zone) {
    return !(zone.normalized() instanceof ZoneOffset) && zone.getId().matches("[\\w+/-]+");
  }

  private void event(CalendarEvent event) {
    Instant changed = event.changed().orElse(now);
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + text(event.uid()));
    lines.add("DTSTAMP:" + Lines.moment(changed));
    event.changed().ifPresent(at -> lines.add("LAST-MODIFIED:" + Lines.moment(at)));
    lines.add("SEQUENCE:" + event.sequence());
    if (calledOff) {
      lines.add(NOBODY);
    }
    when(event.when());
    lines.add("SUMMARY:" + text(event.title()));
    event.place().ifPresent(place -> lines.add("LOCATION:" + text(place)));
    event.text().ifPresent(text -> lines.add("DESCRIPTION:" + text(text)));
    event.link().ifPresent(link -> lines.add("URL:" + link.toASCIIString()));
    lines.add("STATUS:" + event.status().name());
    if (event.status() != Status.CANCELLED) {
      event.alarms().forEach(before -> alarm(event, before));
    }
    lines.add("END:VEVENT");
  }

  private void when(When when) {
    switch (when) {
      case When.Timed timed -> timed(timed);
      case When.Days days -> {
        var day = DateTimeFormatter.BASIC_ISO_DATE;
        lines.add("DTSTART;VALUE=DATE:" + day.format(days.first()));
        lines.add("DTEND;VALUE=DATE:" + day.format(days.first().plusDays(days.days())));
      }
    }
  }

  /** The second of two equal hours has no name in its zone; only UTC can say it. */
  private void timed(When.Timed timed) {
    var start = timed.start();
    var end = start.plus(timed.length());
    boolean twice =
        !start.equals(start.withEarlierOffsetAtOverlap())
            || !end.equals(end.withEarlierOffsetAtOverlap());
    if (isNamed(start.getZone()) && !twice) {
      String zone = ";TZID=" + start.getZone().getId() + ":";
      lines.add("DTSTART" + zone + Lines.local(start.toLocalDateTime()));
      lines.add("DTEND" + zone + Lines.local(end.toLocalDateTime()));
    } else {
      lines.add("DTSTART:" + Lines.moment(start.toInstant()));
      lines.add("DTEND:" + Lines.moment(end.toInstant()));
    }
  }

  private void alarm(CalendarEvent event, Duration before) {
    lines.add("BEGIN:VALARM");
    lines.add("ACTION:DISPLAY");
    lines.add("DESCRIPTION:" + text(event.title()));
    lines.add("TRIGGER:-PT" + before.toMinutes() + "M");
    lines.add("END:VALARM");
  }
}
