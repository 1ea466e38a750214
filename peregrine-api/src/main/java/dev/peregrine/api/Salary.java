package dev.peregrine.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a posting pays: an amount with its currency and period, never a bare number.
 *
 * <p><b>Limits:</b> amounts are at most 1,000,000,000,000 and are kept with at most 4 decimals and
 * without zeros at their end, so that equal amounts are equal.
 *
 * @param min the least, more than zero; empty for "up to"
 * @param max the most, at least {@code min}; empty for "from"
 * @param currency ISO 4217
 * @param period the time for which it is paid
 * @param origin who says so
 * @since 0.1
 */
public record Salary(
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    Currency currency,
    PayPeriod period,
    Origin origin) {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  /** Who says what a posting pays. */
  public enum Origin {
    /** The employer, in a field of the posting. */
    STATED,
    /** The board, from other postings. */
    ESTIMATED,
    /** Read from the text of the description. */
    DESCRIPTION
  }

  public Salary {
    Objects.requireNonNull(currency);
    Objects.requireNonNull(period);
    Objects.requireNonNull(origin);
    if (min.isEmpty() && max.isEmpty()) {
      throw new IllegalArgumentException("A salary has neither a least nor a most amount.");
    }
    if (!min.map(Salary::isAmount).orElse(true) || !max.map(Salary::isAmount).orElse(true)) {
      throw new IllegalArgumentException(
          "Salary \"%s to %s\": expected amounts above zero, at most 1,000,000,000,000."
              .formatted(text(min), text(max)));
    }
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw new IllegalArgumentException(
          "Salary \"%s to %s\": the least is above the most.".formatted(text(min), text(max)));
    }
    min = min.map(Salary::normal);
    max = max.map(Salary::normal);
  }

  /**
   * A stated salary from the loose values of a server: amounts of zero or less and absurd ones
   * count as unknown, two amounts in the wrong order are exchanged, and without an amount or a
   * known currency there is no salary.
   *
   * @param currency ISO 4217, in any case
   */
  public static Optional<Salary> of(
      Optional<BigDecimal> min, Optional<BigDecimal> max, String currency, PayPeriod period) {
    Optional<BigDecimal> low = min.filter(Salary::isAmount);
    Optional<BigDecimal> high = max.filter(Salary::isAmount);
    if (low.isEmpty() && high.isEmpty()) {
      return Optional.empty();
    }
    Optional<Currency> known = currency(currency);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    boolean exchange = low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
    return Optional.of(
        new Salary(
            exchange ? high : low, exchange ? low : high, known.get(), period, Origin.STATED));
  }

  /**
   * Reads a salary as people write it in a field for it: {@code $75k - $95k}, {@code
   * €64.000–70.000}, {@code CA$102.8K - CA$137K}, {@code $14/hour}, {@code from 45 000 EUR per
   * year}, {@code up to £60,000}. One amount alone is both the least and the most.
   *
   * <p>A bare {@code $} is the US dollar unless the text names another one. The period is what the
   * text says. Where it says none, an amount of 10,000 and more is a year's and one under 200 an
   * hour's, in US, Canadian, Australian, New Zealand and Singapore dollars, euros, pounds and Swiss
   * francs; anything else is not read. Empty where the text holds no amount with a currency.
   *
   * <p><b>Limits:</b> the first 500 characters are read.
   */
  public static Optional<Salary> parse(String text) {
    return SalaryText.read(text);
  }

  /**
   * Finds the pay in the running text of a posting, as plain text: the first sum in a sentence that
   * speaks of pay and not of revenue, funding, bonuses and the like, read as {@link #parse} does,
   * if a year's work could be paid so: 5,000 to 2,000,000 a year, the most at most five times the
   * least. Its origin is {@link Origin#DESCRIPTION}.
   *
   * <p>For whoever shows it as what it is; a board does not fill a posting's salary with it.
   *
   * <p><b>Limits:</b> the first 100,000 characters are read.
   */
  public static Optional<Salary> inText(String text) {
    return DescribedSalary.in(text);
  }

  /** This with another origin. */
  public Salary withOrigin(Origin newOrigin) {
    return new Salary(min, max, currency, period, newOrigin);
  }

  /** {@link #min} for a year of full-time work, by {@link PayPeriod#perYear()}. */
  public Optional<BigDecimal> annualMin() {
    return min.map(amount -> amount.multiply(BigDecimal.valueOf(period.perYear())));
  }

  /** {@link #max} for a year of full-time work, by {@link PayPeriod#perYear()}. */
  public Optional<BigDecimal> annualMax() {
    return max.map(amount -> amount.multiply(BigDecimal.valueOf(period.perYear())));
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** Asks for the magnitude first: a scale of a thousand million must not be computed with. */
  private static boolean isAmount(BigDecimal amount) {
    long digits = (long) amount.precision() - amount.scale();
    return amount.signum() > 0
        && digits > -4
        && digits <= 13
        && amount.precision() <= 100
        && amount.compareTo(MOST) <= 0;
  }

  private static BigDecimal normal(BigDecimal amount) {
    BigDecimal rounded = amount.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
  }

  private static String text(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toString).orElse("?");
  }
}
