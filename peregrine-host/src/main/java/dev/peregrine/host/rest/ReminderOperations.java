package dev.peregrine.host.rest;

import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.reminders.OwnReminder;
import dev.peregrine.host.reminders.Reminder;
import dev.peregrine.host.reminders.Reminders;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is due. */
final class ReminderOperations {

  private static final int USUAL_MINUTES = 5;

  private final Jobs jobs;
  private final Reminders reminders;
  private final InstantSource clock;
  private final ZoneId zone;

  ReminderOperations(Jobs jobs, Reminders reminders, InstantSource clock, ZoneId zone) {
    this.jobs = jobs;
    this.reminders = reminders;
    this.clock = clock;
    this.zone = zone;
  }

  record ReminderView(
      @Meaning("Names it; the same as long as it is the same thing.") String key,
      Reminder.Kind kind,
      Optional<Long> job,
      String title,
      @Meaning("Why it is due.") String why,
      @Meaning("Since when.") Instant due,
      @Meaning("How long it takes, about.") int minutes) {

    static ReminderView of(Reminder reminder) {
      return new ReminderView(
          reminder.key(),
          reminder.kind(),
          JobShapes.boxed(reminder.job()),
          reminder.title(),
          reminder.why(),
          reminder.due(),
          reminder.minutes());
    }
  }

  record ReminderList(List<ReminderView> items) {}

  record NewReminder(String text, LocalDate day, Optional<Integer> minutes, Optional<Long> job) {}

  record NotedReminder(String key, String text, LocalDate day, int minutes, Optional<Long> job) {

    static NotedReminder of(OwnReminder own) {
      return new NotedReminder(
          own.key(), own.text(), own.day(), own.minutes(), JobShapes.boxed(own.job()));
    }
  }

  record ReminderKey(String key) {}

  record Settled(String key, boolean done) {}

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.get(
            Topic.REMINDERS,
            "listReminders",
            "/reminders",
            "Lists what is due now.",
            List.of(),
            ReminderList.class,
            _ -> new ReminderList(reminders.due(now()).stream().map(ReminderView::of).toList())),
        Operation.post(
            Topic.REMINDERS,
            Scope.WRITE,
            "addReminder",
            "/reminders",
            "Notes something for a day.",
            NewReminder.class,
            List.of(201),
            NotedReminder.class,
            (_, body) -> add(body)),
        Operation.post(
            Topic.REMINDERS,
            Scope.WRITE,
            "finishReminder",
            "/reminders/done",
            "Marks as done what is due under a key.",
            ReminderKey.class,
            List.of(200),
            Settled.class,
            (_, body) -> done(body.key())),
        Operation.post(
            Topic.REMINDERS,
            Scope.WRITE,
            "reopenReminder",
            "/reminders/undo",
            "Takes back that something is done.",
            ReminderKey.class,
            List.of(200),
            Settled.class,
            (_, body) -> undo(body.key())));
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(zone);
  }

  private Result<NotedReminder> add(NewReminder said) {
    said.job()
        .filter(id -> jobs.findById(id).isEmpty())
        .ifPresent(
            id -> {
              throw Refusal.none("Job", id);
            });
    if (said.day().getYear() < 2000 || said.day().getYear() >= 2200) {
      throw Refusal.invalid("day is \"%s\", expected one of this century.".formatted(said.day()));
    }
    try {
      OwnReminder added =
          reminders
              .own()
              .add(
                  said.job().map(OptionalLong::of).orElseGet(OptionalLong::empty),
                  said.text(),
                  said.day(),
                  said.minutes().orElse(USUAL_MINUTES));
      return Result.created(NotedReminder.of(added), "/reminders");
    } catch (IllegalArgumentException empty) {
      throw Refusal.invalid(String.valueOf(empty.getMessage()));
    }
  }

  private Result<Settled> done(String key) {
    if (reminders.done(key, now()).isEmpty()) {
      throw Refusal.stale("Nothing is due under \"%s\" any more.".formatted(key));
    }
    return Result.of(new Settled(key, true));
  }

  private Result<Settled> undo(String key) {
    if (!reminders.undo(key)) {
      throw Refusal.stale("Nothing under \"%s\" is marked as done.".formatted(key));
    }
    return Result.of(new Settled(key, false));
  }
}
