package dev.peregrine.plugin.integration.googlecalendar;

import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.integration.Calendar.Stored;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.Status;
import dev.peregrine.api.integration.CalendarEvent.When;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as Google writes them.
 *
 * @see <a
 *     href="https://developers.google.com/workspace/calendar/api/v3/reference/events">Events</a>
 */
final class EventJson {

  private static final int LONGEST_LINE = 1000;
  private static final int LONGEST_TEXT = 7000;
  private static final int MOST_ALARMS = 5;
  private static final long EARLIEST_ALARM = 40320;

  private EventJson() {}

  static String of(CalendarEvent event) {
    return Stream.of(
            Optional.of(member("id", quoted(EventId.of(event.uid())))),
            Optional.of(member("status", quoted(event.status().name().toLowerCase(Locale.ROOT)))),
            Optional.of(member("sequence", Integer.toString(event.sequence()))),
            Optional.of(member("summary", quoted(line(event.title())))),
            event.place().map(place -> member("location", quoted(line(place)))),
            event
                .text()
                .map(
                    text -> member("description", quoted(Markup.escaped(cut(text, LONGEST_TEXT))))),
            event
                .link()
                .map(
                    link ->
                        member(
                            "source",
                            "{\"title\":\"Peregrine\",\"url\":%s}"
                                .formatted(quoted(link.toString())))),
            Optional.of(when(event.when())),
            Optional.of(alarms(event.alarms())))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String when(When when) {
    return switch (when) {
      case When.Timed timed ->
          member("start", time(timed.start()))
              + ","
              + member("end", time(timed.start().plus(timed.length())));
      case When.Days days ->
          member("start", day(days.first()))
              + ","
              + member("end", day(days.first().plusDays(days.days())));
    };
  }

  private static String time(ZonedDateTime time) {
    boolean named = !(time.getZone().normalized() instanceof ZoneOffset);
    return "{\"dateTime\":%s,\"timeZone\":%s}"
        .formatted(
            quoted(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)),
            quoted(named ? time.getZone().getId() : "UTC"));
  }

  private static String day(LocalDate day) {
    return "{\"date\":%s}".formatted(quoted(day.toString()));
  }

  private static String alarms(List<Duration> alarms) {
    return member(
        "reminders",
        alarms.stream()
            .map(alarm -> Math.min(alarm.toMinutes(), EARLIEST_ALARM))
            .distinct()
            .limit(MOST_ALARMS)
            .map("{\"method\":\"popup\",\"minutes\":%d}"::formatted)
            .collect(Collectors.joining(",", "{\"useDefault\":false,\"overrides\":[", "]}")));
  }

  /** Reads an event; empty for one that was deleted, or whose time is not understood. */
  static Optional<CalendarEvent> read(Json event, String uid) {
    if (event.at("status").text().filter("cancelled"::equals).isPresent()) {
      return Optional.empty();
    }
    try {
      return when(event)
          .map(
              when ->
                  new CalendarEvent(
                      uid,
                      event.at("sequence").number().map(Number::intValue).orElse(0),
                      event.at("summary").text().orElse("…"),
                      when,
                      event.at("location").text(),
                      event.at("description").verbatim().map(EventJson::plain),
                      event.at("source").at("url").address(),
                      event.at("reminders").at("overrides").items().stream()
                          .flatMap(alarm -> alarm.at("minutes").number().stream())
                          .map(minutes -> Duration.ofMinutes(Math.max(0, minutes.longValue())))
                          .toList(),
                      event.at("status").text().filter("tentative"::equals).isPresent()
                          ? Status.TENTATIVE
                          : Status.CONFIRMED,
                      event.at("updated").text().map(Instant::parse)));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static Optional<When> when(Json event) {
    Optional<LocalDate> first = event.at("start").at("date").text().map(LocalDate::parse);
    if (first.isPresent()) {
      long days =
          event
              .at("end")
              .at("date")
              .text()
              .map(end -> ChronoUnit.DAYS.between(first.get(), LocalDate.parse(end)))
              .orElse(1L);
      return Optional.of(new When.Days(first.get(), (int) Math.clamp(days, 1, 3660)));
    }
    Optional<ZonedDateTime> start = time(event.at("start"));
    Optional<ZonedDateTime> end = time(event.at("end"));
    return start.map(
        from ->
            new When.Timed(
                from,
                end.map(to -> Duration.between(from, to))
                    .filter(Duration::isPositive)
                    .orElse(Duration.ofMinutes(1))));
  }

  private static Optional<ZonedDateTime> time(Json moment) {
    Optional<OffsetDateTime> said = moment.at("dateTime").text().map(OffsetDateTime::parse);
    ZoneId zone = moment.at("timeZone").text().<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
    return said.map(time -> time.atZoneSameInstant(zone));
  }

  static Stored stored(Json event, String uid) {
    return new Stored(
        uid, EventId.of(uid), event.at("etag").text(), event.at("htmlLink").address());
  }

  /** What a person sees of an event. */
  static Object looks(CalendarEvent event) {
    Object when =
        event.when() instanceof When.Timed timed
            ? List.of(timed.start().toInstant(), timed.length())
            : event.when();
    return List.of(
        line(event.title()),
        when,
        event.place().map(EventJson::line),
        event.text().map(text -> cut(text, LONGEST_TEXT).strip()),
        event.status());
  }

  /** A description is HTML; what was put in is only text. */
  private static String plain(String description) {
    return description.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  private static String line(String text) {
    return cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), LONGEST_LINE);
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) > longest
        ? text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…"
        : text;
  }

  private static String quoted(String text) {
    return Json.quoted(text);
  }

  private static String member(String name, String value) {
    return quoted(name) + ":" + value;
  }
}
