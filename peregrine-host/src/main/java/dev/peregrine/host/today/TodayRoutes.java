package dev.peregrine.host.today;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.reminders.OwnReminder;
import dev.peregrine.host.reminders.Reminder;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is due today. */
public final class TodayRoutes implements Routes {

  static final String HERE = "/today";

  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final int USUAL_MINUTES = 5;

  private final Reminders reminders;
  private final Jobs jobs;
  private final TodayViews views;

  public TodayRoutes(Reminders reminders, Jobs jobs) {
    this.reminders = reminders;
    this.jobs = jobs;
    this.views = new TodayViews(reminders);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(MenuEntry.of("today", () -> t("today.title"), Icon.CHECK, HERE, 45));
    routes.get(HERE, visit -> show(visit, 200, fresh(visit)));
    routes.get(HERE + "/five", this::five);
    routes.post(HERE + "/done", this::done);
    routes.post(HERE + "/later", this::later);
    routes.post(HERE + "/close", this::close);
    routes.post(HERE + "/undo", this::undo);
    routes.post(HERE + "/note", this::note);
    routes.post(HERE + "/own/{id}", this::save);
    routes.post(HERE + "/own/{id}/remove", this::remove);
    routes.post(HERE + "/own/{id}/back", this::bringBack);
  }

  private void show(Visit visit, int status, NoteForm note) {
    visit.show(status, views.page(visit, note));
  }

  private NoteForm fresh(Visit visit) {
    return form(visit, "", visit.times().today().toString(), USUAL_MINUTES, "");
  }

  private NoteForm form(Visit visit, String text, String day, int minutes, String problem) {
    Optional<Job> job =
        visit.number("job").isPresent()
            ? jobs.findById(visit.number("job").getAsLong())
            : Optional.empty();
    return new NoteForm(
        "note",
        HERE + "/note",
        0,
        job.map(each -> Long.toString(each.id())).orElse(""),
        job.map(each -> each.posting().title()).orElse(""),
        text,
        day,
        minutes,
        problem);
  }

  private void note(Visit visit) {
    Optional<String> problem = problem(visit);
    if (problem.isPresent()) {
      show(
          visit,
          422,
          form(visit, visit.value("text"), visit.value("day"), minutes(visit), problem.get()));
      return;
    }
    OptionalLong job = visit.number("job");
    boolean isThere = job.isPresent() && jobs.findById(job.getAsLong()).isPresent();
    OwnReminder added =
        reminders
            .own()
            .add(
                isThere ? job : OptionalLong.empty(),
                visit.value("text"),
                day(visit).orElseThrow(),
                minutes(visit));
    visit.go(HERE, Toast.undoable(t("today.noted"), added.text(), own(added.id()) + "/remove"));
  }

  /** What keeps the form from being stored. */
  private static Optional<String> problem(Visit visit) {
    if (visit.value("text").isBlank()) {
      return Optional.of(t("today.text-missing"));
    }
    return day(visit).isPresent()
        ? Optional.empty()
        : Optional.of(t("today.day-missing", "typed", visit.value("day")));
  }

  private static Optional<LocalDate> day(Visit visit) {
    try {
      return Optional.of(LocalDate.parse(visit.value("day")))
          .filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static int minutes(Visit visit) {
    return (int) Math.clamp(visit.number("minutes").orElse(USUAL_MINUTES), 1, 480);
  }

  private static String own(long id) {
    return HERE + "/own/" + id;
  }

  private void save(Visit visit) {
    long id = visit.id("id");
    OwnReminder before =
        reminders
            .own()
            .findById(id)
            .orElseThrow(() -> new NoSuchPageException("reminder", Long.toString(id)));
    Optional<String> problem = problem(visit);
    if (problem.isPresent()) {
      visit.go(HERE, Toast.of(problem.get()));
      return;
    }
    int seen = (int) visit.number("seen").orElse(-1);
    LocalDate day = day(visit).orElse(before.day());
    boolean saved = reminders.own().save(id, seen, visit.value("text"), day, minutes(visit));
    visit.go(HERE, Toast.of(saved ? t("today.saved") : t("today.changed-meanwhile")));
  }

  private void remove(Visit visit) {
    long id = visit.id("id");
    String text = reminders.own().findById(id).map(OwnReminder::text).orElse("");
    reminders.own().remove(id);
    visit.go(HERE, Toast.undoable(t("today.removed"), text, own(id) + "/back"));
  }

  private void bringBack(Visit visit) {
    reminders.own().bringBack(visit.id("id"));
    visit.go(HERE);
  }

  private static ZonedDateTime now(Visit visit) {
    return visit.times().now().atZone(visit.times().zone());
  }

  private void done(Visit visit) {
    String key = visit.value("key");
    Optional<Reminder> done = reminders.done(key, now(visit));
    go(
        visit,
        done.isPresent(),
        done.map(each -> Toast.undoable(t("today.is-done"), each.title(), undo(key)))
            .orElseGet(() -> Toast.of(t("today.gone"))));
  }

  private void later(Visit visit) {
    String key = visit.value("key");
    Instant until = until(visit);
    Optional<Reminder> put = reminders.snooze(key, now(visit), until);
    String when = visit.times().coming(until);
    go(
        visit,
        false,
        put.map(each -> Toast.undoable(t("today.put-off", "when", when), each.title(), undo(key)))
            .orElseGet(() -> Toast.of(t("today.gone"))));
  }

  private static Instant until(Visit visit) {
    int days =
        switch (visit.value("until")) {
          case "days" -> 3;
          case "week" -> 7;
          default -> 1;
        };
    Times times = visit.times();
    return times.today().plusDays(days).atTime(MORNING).atZone(times.zone()).toInstant();
  }

  private static String undo(String key) {
    return HERE + "/undo?key=" + key;
  }

  private void undo(Visit visit) {
    boolean undone = reminders.undo(visit.value("key"));
    visit.go(HERE, Toast.of(undone ? t("today.back") : t("today.gone")));
  }

  /** Closes what was silent for long: one application, or all of them. */
  private void close(Visit visit) {
    String key = visit.value("key");
    List<Long> silent =
        reminders.due(now(visit)).stream()
            .filter(each -> each.kind() == Reminder.Kind.CLOSE)
            .filter(each -> visit.has("all") || each.key().equals(key))
            .flatMap(each -> each.job().stream().boxed())
            .toList();
    if (silent.isEmpty()) {
      go(visit, false, Toast.of(t("today.gone")));
      return;
    }
    Move made = jobs.move(silent, Decision.over(Ending.GHOSTED));
    go(
        visit,
        true,
        Toast.undoable(
            made.label(), "", "/interviews/undo?move=%d&from=%s".formatted(made.id(), HERE)));
  }

  /** Back to where the person was: the list, or one thing at a time. */
  private static void go(Visit visit, boolean done, Toast toast) {
    if (!visit.has("five")) {
      visit.go(HERE, toast);
      return;
    }
    Five five = Five.of(visit);
    int minutes = (int) Math.clamp(visit.number("took").orElse(0), 0, 480);
    visit.go((done ? five.with(minutes) : five).path(), toast);
  }

  private void five(Visit visit) {
    Five five = Five.of(visit);
    List<Reminder> left =
        reminders.due(now(visit)).stream()
            .filter(each -> !five.skipped().contains(each.key()))
            .toList();
    visit.show(views.five(visit, five, left));
  }
}
