package dev.peregrine.host.rounds;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How a round is said. */
public final class RoundWords {

  private RoundWords() {}

  /** {@code Technical interview}; with what the employer calls it, where they do. */
  public static String what(Round round) {
    return what(round.plan());
  }

  /** The same of a plan. */
  public static String what(RoundPlan plan) {
    return plan.title().orElseGet(() -> kind(plan.kind()));
  }

  /** {@code Technical interview}. */
  public static String kind(RoundKind kind) {
    return t("rounds.kind-" + kind.key());
  }

  /** {@code Agreed}. */
  public static String state(RoundState state) {
    return t("rounds.state-" + state.key());
  }

  /** {@code tomorrow, 14:00}, as the person's own clock shows it. */
  public static Optional<String> when(Round round, Times times) {
    return round.start().map(start -> times.coming(start.toInstant()));
  }

  /** {@code Tuesday, 24 November, 10:00–11:15}, as the person's own clock shows it. */
  public static Optional<String> whole(RoundPlan plan, Times times) {
    return plan.start().map(start -> span(start, plan.length(), times, times.zone()));
  }

  /**
   * The same in the round's own zone, {@code 16:00–17:15 in New York}; empty where the clocks there
   * show the same. The day is said where it is another one.
   */
  public static Optional<String> there(RoundPlan plan, Times times) {
    return plan.start()
        .filter(start -> differs(start, times.zone()))
        .map(
            start -> {
              ZonedDateTime here = start.withZoneSameInstant(times.zone());
              String span =
                  here.toLocalDate().equals(start.toLocalDate())
                      ? clocks(start, plan.length())
                      : span(start, plan.length(), times, start.getZone());
              return t("rounds.in-zone", "time", span, "place", Zones.name(start.getZone()));
            });
  }

  private static boolean differs(ZonedDateTime start, ZoneId here) {
    return !here.getRules().getOffset(start.toInstant()).equals(start.getOffset());
  }

  private static String span(ZonedDateTime start, Duration length, Times times, ZoneId zone) {
    ZonedDateTime from = start.withZoneSameInstant(zone);
    return t(
        "times.day-at",
        "day",
        new Times(times.now(), zone).weekday(from.toLocalDate()),
        "time",
        clocks(from, length));
  }

  private static String clocks(ZonedDateTime from, Duration length) {
    ZonedDateTime end = from.plus(length);
    String first = Times.clock(from);
    return end.toLocalDate().equals(from.toLocalDate())
        ? t("rounds.span", "from", first, "to", Times.clock(end))
        : t("rounds.long", "from", first, "length", length(length));
  }

  /** {@code 1 h 15 min}. */
  public static String length(Duration length) {
    long hours = length.toHours();
    long minutes = length.toMinutesPart();
    if (hours >= 24 && length.toMinutes() % (24 * 60) == 0) {
      return t("rounds.days", "count", hours / 24);
    }
    if (hours == 0) {
      return t("rounds.minutes", "count", minutes);
    }
    return minutes == 0
        ? t("rounds.hours", "count", hours)
        : t("rounds.hours-minutes", "hours", hours, "minutes", minutes);
  }

  /**
   * {@code in 3 days}, {@code in 2 hours}, {@code in 20 minutes}, {@code now}; empty where it is
   * over or has no date, and where {@link #when} says as much.
   */
  public static Optional<String> countdown(Round round, Times times) {
    return round
        .start()
        .filter(start -> round.state().isOpen() && !round.isOver(times.now()))
        .map(start -> countdown(start.toInstant(), times))
        .filter(text -> !text.isEmpty());
  }

  private static String countdown(Instant start, Times times) {
    long minutes = (long) Math.ceil(Duration.between(times.now(), start).toSeconds() / 60.0);
    if (minutes <= 0) {
      return t("rounds.now");
    }
    if (minutes < 60) {
      return t("rounds.in-minutes", "count", minutes);
    }
    LocalDate there = LocalDate.ofInstant(start, times.zone());
    long days = ChronoUnit.DAYS.between(times.today(), there);
    if (days == 0 || minutes < 12 * 60) {
      return t("rounds.in-hours", "count", minutes / 60);
    }
    return days == 1 ? "" : t("rounds.in-days", "count", days);
  }

  /** Whether it is today, as the person's own clock shows it. */
  public static boolean isToday(Round round, Times times) {
    return round
        .start()
        .map(start -> LocalDate.ofInstant(start.toInstant(), times.zone()).equals(times.today()))
        .orElse(false);
  }
}
