package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.numbers.Table.Cell;
import dev.peregrine.host.numbers.Table.Column;
import dev.peregrine.host.numbers.Table.Row;
import dev.peregrine.host.pipeline.Division;
import dev.peregrine.host.pipeline.Journeys.Counted;
import dev.peregrine.host.pipeline.Journeys.SentCount;
import dev.peregrine.host.web.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How many applications a week, beside what the person wants. */
final class Pace {

  private static final int MOST_WEEKS = 13;

  private Pace() {}

  private static LocalDate thisWeek(Times times) {
    return times.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static long sent(Counted counted, LocalDate monday) {
    long first = monday.toEpochDay();
    return counted.sent().stream()
        .filter(count -> count.division() == Division.DAY)
        .filter(count -> Long.parseLong(count.key()) >= first)
        .filter(count -> Long.parseLong(count.key()) < first + 7)
        .mapToLong(SentCount::jobs)
        .sum();
  }

  static List<String> sentences(Counted counted, OptionalInt goal, Times times) {
    long now = sent(counted, thisWeek(times));
    return List.of(
        goal.isPresent()
            ? t("numbers.pace-goal", "sent", now, "goal", goal.getAsInt())
            : t("numbers.pace-no-goal", "sent", now));
  }

  /** The weeks of the range that are whole, and this one; the oldest first. */
  static Table table(Counted counted, Links links, LocalDate first, OptionalInt goal, Times times) {
    var rows = new ArrayList<Row>();
    LocalDate monday = thisWeek(times);
    for (int back = MOST_WEEKS - 1; back >= 0; back--) {
      LocalDate week = monday.minusWeeks(back);
      if (back == 0 || !week.isBefore(first)) {
        long days = week.toEpochDay();
        rows.add(
            new Row(
                week.toString(),
                List.of(
                    Cell.of(
                        t(
                            "numbers.week",
                            "from",
                            times.day(week),
                            "to",
                            times.day(week.plusDays(6)))),
                    Said.count(sent(counted, week), links.sent("days", days + "-" + (days + 6))),
                    goal.isPresent() ? Said.count(goal.getAsInt(), "") : new Cell("", null, ""))));
      }
    }
    return new Table(
        "pace",
        t("numbers.pace"),
        List.of(
            new Column("week", t("numbers.column-week")),
            new Column("sent", t("numbers.column-sent")),
            new Column("goal", t("numbers.column-goal"))),
        rows);
  }
}
