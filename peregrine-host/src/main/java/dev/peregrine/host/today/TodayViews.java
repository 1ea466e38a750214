package dev.peregrine.host.today;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.reminders.OwnReminder;
import dev.peregrine.host.reminders.Reminder;
import dev.peregrine.host.reminders.Reminder.Kind;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.reminders.Settled;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what is due. */
final class TodayViews {

  private static final int SHOWN = 12;

  private final Reminders reminders;

  TodayViews(Reminders reminders) {
    this.reminders = reminders;
  }

  TodayPage page(Visit visit, NoteForm note) {
    Times times = visit.times();
    ZonedDateTime now = times.now().atZone(times.zone());
    List<Reminder> due = reminders.due(now);
    int most = visit.has("all") ? due.size() : Math.min(SHOWN, due.size());
    List<DueRow> rows = due.subList(0, most).stream().map(each -> row(each, due)).toList();
    Instant midnight = times.today().atStartOfDay(times.zone()).toInstant();
    return new TodayPage(
        visit.shell(t("today.title"), "today"),
        lede(due),
        rows.stream().limit(1).toList(),
        rows.stream().skip(1).toList(),
        due.size() - most,
        note,
        later(times),
        reminders.doneSince(midnight).stream()
            .map(each -> new TodayPage.Done(each.key(), times.clock(each.at()), each.title()))
            .toList());
  }

  private static String lede(List<Reminder> due) {
    return due.isEmpty()
        ? t("today.nothing")
        : t(
            "today.due",
            "count",
            due.size(),
            "minutes",
            minutes(due.stream().mapToInt(Reminder::minutes).sum()));
  }

  static String minutes(int minutes) {
    return minutes < 90
        ? t("today.about-minutes", "count", minutes)
        : t("today.about-hours", "count", Math.round(minutes / 60.0));
  }

  private DueRow row(Reminder reminder, List<Reminder> all) {
    boolean closes = reminder.kind() == Kind.CLOSE;
    List<Reminder> closing = all.stream().filter(each -> each.kind() == Kind.CLOSE).toList();
    Optional<NoteForm> own =
        reminder.kind() == Kind.OWN ? own(reminder.key()).map(TodayViews::form) : Optional.empty();
    return new DueRow(
        reminder.key(),
        reminder.key().replaceAll("[^A-Za-z0-9]+", "-"),
        t("today.minutes", "count", reminder.minutes()),
        reminder.title(),
        reminder.why(),
        reminder.button(),
        reminder.path(),
        closes,
        closes && reminder.equals(closing.stream().findFirst().orElse(null)) ? closing.size() : 0,
        own);
  }

  private Optional<OwnReminder> own(String key) {
    String id = key.substring(key.indexOf(':') + 1);
    return id.matches("\\d{1,18}")
        ? reminders.own().findById(Long.parseLong(id))
        : Optional.empty();
  }

  private static NoteForm form(OwnReminder own) {
    return new NoteForm(
        "own-" + own.id(),
        "/today/own/" + own.id(),
        own.version(),
        "",
        "",
        own.text(),
        own.day().toString(),
        own.minutes(),
        "");
  }

  private List<TodayPage.Later> later(Times times) {
    record At(Instant when, TodayPage.Later line) {}
    var all = new ArrayList<At>();
    for (Settled each : reminders.asleep()) {
      Instant until = each.until().orElse(times.now());
      all.add(
          new At(
              until, new TodayPage.Later(each.key(), times.day(until), each.title(), List.of())));
    }
    for (OwnReminder own : reminders.own().after(times.today())) {
      all.add(
          new At(
              own.day().atStartOfDay(times.zone()).toInstant(),
              new TodayPage.Later("", times.day(own.day()), own.text(), List.of(form(own)))));
    }
    return all.stream().sorted(Comparator.comparing(At::when)).map(At::line).toList();
  }

  FivePage five(Visit visit, Five five, List<Reminder> left) {
    List<DueRow> now = left.stream().limit(1).map(each -> row(each, List.of())).toList();
    String sentence =
        five.done() == 0
            ? t("today.five-began")
            : t("today.five-progress", "count", five.done(), "minutes", minutes(five.minutes()));
    return new FivePage(
        visit.shell(t("today.five-title"), "today"),
        sentence,
        now,
        five.isEnough(),
        five.done(),
        five.minutes(),
        left.stream().limit(1).mapToInt(Reminder::minutes).sum(),
        five.skipped(),
        left.stream().findFirst().map(each -> five.without(each.key()).path()).orElse(""));
  }
}
