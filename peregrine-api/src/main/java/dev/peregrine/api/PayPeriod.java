package dev.peregrine.api;

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
   * Reads the words that boards use in a field for this: {@code yearly}, {@code annual}, {@code
   * per-year-salary}, {@code 1 YEAR}, {@code hr}, {@code monatlich}. Empty for anything else, and
   * for times that are none of these, such as {@code bi-weekly}.
   */
  public static Optional<PayPeriod> parse(String word) {
    return PayPeriodWords.read(word);
  }
}
