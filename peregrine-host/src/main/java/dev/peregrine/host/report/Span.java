package dev.peregrine.host.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The days of a report.
 *
 * @param key of how they were chosen
 */
record Span(String key, LocalDate from, LocalDate to) {

  static final List<String> KEYS = List.of("this-month", "last-month", "four-weeks", "own");

  private static final long LONGEST_DAYS = 3_660;

  /** What makes no sense counts as this month; two days in the wrong order are turned around. */
  static Span of(String key, String from, String to, LocalDate today) {
    LocalDate month = today.withDayOfMonth(1);
    return switch (key) {
      case "last-month" -> new Span(key, month.minusMonths(1), month.minusDays(1));
      case "four-weeks" -> new Span(key, today.minusDays(27), today);
      case "own" -> own(day(from).orElse(month), day(to).orElse(today));
      default -> new Span("this-month", month, today);
    };
  }

  private static Span own(LocalDate one, LocalDate other) {
    LocalDate from = one.isBefore(other) ? one : other;
    LocalDate to = one.isBefore(other) ? other : one;
    boolean tooLong = ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS;
    return new Span("own", tooLong ? to.minusDays(LONGEST_DAYS) : from, to);
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed))
          .filter(day -> day.getYear() > 1999 && day.getYear() < 2100);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
