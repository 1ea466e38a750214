package dev.peregrine.host.notices;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.reminders.Reminder;
import dev.peregrine.host.reminders.Reminders;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is due, each once. */
public final class ReminderHappenings implements Happenings {

  private final Reminders reminders;

  public ReminderHappenings(Reminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public Event event() {
    return Event.REMINDER_DUE;
  }

  @Override
  public List<Happening> standing(ZonedDateTime now) {
    return reminders.due(now).stream()
        .filter(each -> !each.due().isAfter(now.toInstant()))
        .map(ReminderHappenings::happening)
        .toList();
  }

  private static Happening happening(Reminder reminder) {
    String kind = reminder.kind().name().toLowerCase(Locale.ROOT);
    Map<String, String> facts =
        reminder.job().isPresent()
            ? Map.of("kind", kind, "job_id", Long.toString(reminder.job().getAsLong()))
            : Map.of("kind", kind);
    return Happening.of(
            reminder.key(),
            Event.REMINDER_DUE,
            reminder.title(),
            reminder.why(),
            reminder.path().isEmpty() ? "/" : reminder.path(),
            reminder.due())
        .withPriority(priority(reminder.kind()))
        .withFacts(facts);
  }

  private static Priority priority(Reminder.Kind kind) {
    return switch (kind) {
      case DEADLINE -> Priority.URGENT;
      case OWN, PREPARE, REPLY -> Priority.NORMAL;
      case FOLLOW_UP, THANKS, CLOSE -> Priority.LOW;
    };
  }
}
