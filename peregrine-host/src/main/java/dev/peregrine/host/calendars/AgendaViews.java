package dev.peregrine.host.calendars;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.agenda.Agenda;
import dev.peregrine.host.agenda.AgendaCalendar;
import dev.peregrine.host.agenda.CalendarChange;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.integrations.Doings;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.reminders.Reminder;
import dev.peregrine.host.reminders.ReminderSource;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundWords;
import dev.peregrine.host.web.Times;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalLong;

/** What people read of calendars. */
public final class AgendaViews implements Doings, ReminderSource {

  private static final int MINUTES = 1;

  private final Agenda agenda;
  private final Jobs jobs;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param zone of the person
   */
  public AgendaViews(Agenda agenda, Jobs jobs, InstantSource clock, ZoneId zone) {
    this.agenda = agenda;
    this.jobs = jobs;
    this.clock = clock;
    this.zone = zone;
  }

  String state(AgendaCalendar calendar, int count, Times times) {
    return calendar
        .synced()
        .map(at -> t("agenda.state", "count", count, "when", times.momentWithin(at)))
        .orElseGet(() -> t("agenda.not-yet"));
  }

  AgendaPage.Line line(CalendarChange change, Times times) {
    Round round = change.round();
    String after =
        switch (change) {
          case CalendarChange.Moved moved -> {
            String when =
                RoundWords.whole(round.plan().at(moved.start()).lasting(moved.length()), times)
                    .orElse("");
            yield moved.place().map(place -> placed(when, place)).orElse(when);
          }
          case CalendarChange.Gone gone -> t("agenda.deleted-there");
        };
    return new AgendaPage.Line(
        round.id(),
        what(round),
        "/interviews/%d/rounds".formatted(round.job()),
        before(change, times),
        after,
        change instanceof CalendarChange.Gone ? t("agenda.take-gone") : t("agenda.take"),
        change instanceof CalendarChange.Gone ? t("agenda.keep-gone") : t("agenda.keep"));
  }

  /** The place only where it is what differs. */
  private static String before(CalendarChange change, Times times) {
    String when = RoundWords.whole(change.round().plan(), times).orElse("");
    boolean isElsewhere = change instanceof CalendarChange.Moved moved && moved.place().isPresent();
    return isElsewhere
        ? placed(when, change.round().place().orElseGet(() -> t("agenda.no-place")))
        : when;
  }

  private static String placed(String when, String place) {
    return t("agenda.at-place", "time", when, "place", place);
  }

  private String what(Round round) {
    return jobs.findById(round.job())
        .flatMap(job -> job.posting().company())
        .map(company -> t("calendar.event", "what", RoundWords.what(round), "company", company))
        .orElseGet(() -> RoundWords.what(round));
  }

  @Override
  public List<Doing> of(String key) {
    return agenda.connected().stream()
        .filter(each -> each.key().equals(key))
        .map(this::doing)
        .toList();
  }

  private Doing doing(Connection connection) {
    String path = connection.path() + "/calendar";
    int changes = agenda.changes(connection.key()).size();
    var times = new Times(clock.instant(), zone);
    if (changes > 0) {
      return Doing.trouble(t("agenda.wait-for-you", "count", changes), path);
    }
    return agenda
        .calendar(connection.key())
        .map(
            calendar ->
                calendar.isEnding()
                    ? Doing.of(t("agenda.ending"), path)
                    : Doing.of(
                        t(
                            "agenda.in-calendar",
                            "calendar",
                            calendar.name(),
                            "state",
                            state(calendar, agenda.count(connection.key()), times)),
                        path))
        .orElseGet(() -> Doing.trouble(t("agenda.choose-first"), path));
  }

  @Override
  public List<Reminder> due(ZonedDateTime now) {
    return agenda.connected().stream()
        .flatMap(
            connection ->
                agenda.changes(connection.key()).stream()
                    .map(change -> reminder(connection, change, now)))
        .toList();
  }

  private Reminder reminder(Connection connection, CalendarChange change, ZonedDateTime now) {
    AgendaPage.Line line = line(change, new Times(now.toInstant(), now.getZone()));
    return new Reminder(
        "agenda:%s:%d:%s".formatted(connection.id(), line.round(), line.after()),
        Reminder.Kind.PREPARE,
        OptionalLong.of(change.round().job()),
        t("agenda.changed", "what", line.what()),
        t("agenda.changed-why", "calendar", connection.name(), "after", line.after()),
        t("agenda.decide"),
        connection.path() + "/calendar",
        now.toInstant(),
        MINUTES);
  }
}
