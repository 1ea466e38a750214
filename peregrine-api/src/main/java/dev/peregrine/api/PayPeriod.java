package dev.peregrine.api;

import java.util.Locale;
import java.util.Optional;

/**
 * The time for which a salary is paid.
 *
 * @since 0.1
 */
public enum PayPeriod {
  HOUR(2080),
  DAY(260),
  WEEK(52),
  MONTH(12),
  YEAR(1);

  private final int perYear;

  PayPeriod(int perYear) {
    this.perYear = perYear;
  }

  /** How many of these a year of full-time work has: 2080 hours, 260 days, 52 weeks, 12 months. */
  public int perYear() {
    return perYear;
  }

  /**
   * Reads the words that boards use: {@code yearly}, {@code annual}, {@code per-year-salary},
   * {@code 1 YEAR}, {@code hr}, {@code monatlich}. Empty for anything else.
   */
  public static Optional<PayPeriod> parse(String word) {
    for (String part : word.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      switch (part) {
        case "year",
            "years",
            "yearly",
            "yr",
            "annual",
            "annually",
            "annum",
            "pa",
            "jahr",
            "jährlich" -> {
          return Optional.of(YEAR);
        }
        case "month", "months", "monthly", "mo", "monat", "monatlich" -> {
          return Optional.of(MONTH);
        }
        case "week", "weeks", "weekly", "wk", "woche", "wöchentlich" -> {
          return Optional.of(WEEK);
        }
        case "day", "days", "daily", "diem", "tag", "täglich" -> {
          return Optional.of(DAY);
        }
        case "hour", "hours", "hourly", "hr", "stunde", "stündlich" -> {
          return Optional.of(HOUR);
        }
        default -> {
          // the next word may tell
        }
      }
    }
    return Optional.empty();
  }
}
