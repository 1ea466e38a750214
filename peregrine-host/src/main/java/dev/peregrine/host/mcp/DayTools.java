package dev.peregrine.host.mcp;

import dev.peregrine.host.mcp.Tool.Effect;
import dev.peregrine.host.numbers.Figures;
import dev.peregrine.host.numbers.Range;
import dev.peregrine.host.numbers.Table;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.reminders.OwnReminder;
import dev.peregrine.host.reminders.Reminder;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.web.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is due, and what came of it all. */
final class DayTools {

  private static final int USUAL_MINUTES = 5;

  private final Reminders reminders;
  private final Jobs jobs;
  private final Figures figures;
  private final InstantSource clock;
  private final ZoneId zone;

  DayTools(Parts parts) {
    this.reminders = parts.reminders();
    this.jobs = parts.jobs();
    this.figures = parts.figures();
    this.clock = parts.clock();
    this.zone = parts.zone();
  }

  List<Tool<?, ?>> all() {
    return List.of(
        new Tool<>(
            "whats_due",
            "What is due",
            "What the person should do now, what takes least time first: answers, thanks, "
                + "follow-ups, deadlines, preparation, their own reminders.",
            Scope.READ,
            Effect.LOOKS,
            Nothing.class,
            Due.class,
            nothing -> due()),
        new Tool<>(
            "get_numbers",
            "What came of it",
            "Counts of the job search as tables: the funnel from found to hired, answers by board "
                + "and weekday, pace, silence.",
            Scope.READ,
            Effect.LOOKS,
            Asked.class,
            Numbers.class,
            this::numbers),
        new Tool<>(
            "add_reminder",
            "Add a reminder",
            "Notes something that the person wants to be reminded of from a day on.",
            Scope.WRITE,
            Effect.ADDS,
            Noting.class,
            Noted.class,
            this::add),
        new Tool<>(
            "finish_reminder",
            "Mark as done",
            "Marks something of whats_due as done. The person can take it back on the page Today.",
            Scope.WRITE,
            Effect.CHANGES,
            Which.class,
            Done.class,
            this::finish));
  }

  record Thing(
      @Says("For finish_reminder.") String key,
      Reminder.Kind kind,
      String title,
      @Says("Why it is due.") String why,
      Optional<Long> job,
      Instant due,
      @Says("How long it takes, about.") int minutes) {

    static Thing of(Reminder reminder) {
      return new Thing(
          reminder.key(),
          reminder.kind(),
          Foreign.line(reminder.title()),
          Foreign.line(reminder.why()),
          reminder.job().isPresent() ? Optional.of(reminder.job().getAsLong()) : Optional.empty(),
          reminder.due(),
          reminder.minutes());
    }
  }

  record Due(@Says("The person's day.") LocalDate today, List<Thing> due) {}

  private Due due() {
    ZonedDateTime now = now();
    return new Due(now.toLocalDate(), reminders.due(now).stream().map(Thing::of).toList());
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(zone);
  }

  /** How far back. */
  enum Since {
    DAYS_30("30"),
    DAYS_90("90"),
    YEAR("year"),
    ALL("all");

    private final String key;

    Since(String key) {
      this.key = key;
    }
  }

  record Asked(
      @Says("How far back; days_90 where not given.") Optional<Since> since,
      @Says("Only the table of that key.") Optional<String> table) {}

  record Numbers(List<Counted> tables) {}

  record Counted(String key, String title, List<Map<String, Object>> rows) {}

  private Numbers numbers(Asked asked) {
    List<Table> all =
        figures.tables(
            Range.of(asked.since().orElse(Since.DAYS_90).key), new Times(clock.instant(), zone));
    List<Table> chosen =
        all.stream().filter(table -> asked.table().map(table.key()::equals).orElse(true)).toList();
    if (chosen.isEmpty()) {
      throw new ToolException(
          "Table \"%s\": expected one of %s."
              .formatted(
                  Foreign.line(asked.table().orElse("")),
                  String.join(", ", all.stream().map(Table::key).toList())));
    }
    return new Numbers(chosen.stream().map(DayTools::counted).toList());
  }

  private static Counted counted(Table table) {
    var rows = new ArrayList<Map<String, Object>>();
    for (Table.Row row : table.rows()) {
      var cells = new LinkedHashMap<String, Object>();
      cells.put("key", Foreign.line(row.key()));
      for (int at = 0; at < table.columns().size(); at++) {
        Object value = row.cells().get(at).value();
        if (value != null) {
          cells.put(
              table.columns().get(at).key(),
              value instanceof String text ? Foreign.line(text) : value);
        }
      }
      rows.add(cells);
    }
    return new Counted(table.key(), table.title(), rows);
  }

  record Noting(
      @Says("What to be told.") String text,
      @Says("From which day on, such as 2026-12-01.") LocalDate day,
      @Says("The job that it is about.") Optional<Long> job,
      @Says("How long it takes, about; 5 where not given.") Optional<Integer> minutes) {}

  record Noted(
      @Says("For finish_reminder, once it is due.") String key, String text, LocalDate day) {}

  private Noted add(Noting noting) {
    if (noting.day().getYear() < 2000 || noting.day().getYear() >= 2200) {
      throw new ToolException(
          "Day \"%s\": expected one between 2000 and 2199.".formatted(noting.day()));
    }
    noting
        .job()
        .ifPresent(
            id -> {
              var _ = jobs.findById(id).orElseThrow(() -> ToolException.noJob(id));
            });
    OwnReminder added =
        reminders
            .own()
            .add(
                noting.job().map(OptionalLong::of).orElse(OptionalLong.empty()),
                noting.text(),
                noting.day(),
                noting.minutes().orElse(USUAL_MINUTES));
    return new Noted(added.key(), added.text(), added.day());
  }

  record Which(@Says("As whats_due says it.") String key) {}

  record Done(String title) {}

  private Done finish(Which which) {
    return reminders
        .done(which.key(), now())
        .map(done -> new Done(Foreign.line(done.title())))
        .orElseThrow(
            () ->
                new ToolException(
                    "Nothing is due under \"%s\" (any more). Look again with whats_due."
                        .formatted(Foreign.line(which.key()))));
  }
}
