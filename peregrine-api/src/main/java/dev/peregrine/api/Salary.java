package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * What a posting pays: an amount with its currency and period, never a bare number.
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
    if (min.isPresent() && min.get().signum() <= 0 || max.isPresent() && max.get().signum() <= 0) {
      throw new IllegalArgumentException(
          "Salary \"%s to %s\": expected amounts above zero."
              .formatted(min.orElse(null), max.orElse(null)));
    }
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw new IllegalArgumentException(
          "Salary \"%s to %s\": the least is above the most."
              .formatted(min.orElse(null), max.orElse(null)));
    }
  }

  /**
   * A stated salary from the loose values of a server: amounts of zero or less count as unknown,
   * two amounts in the wrong order are exchanged, and without an amount or a known currency there
   * is no salary.
   *
   * @param currency ISO 4217, in any case
   */
  public static Optional<Salary> of(
      Optional<BigDecimal> min, Optional<BigDecimal> max, String currency, PayPeriod period) {
    Optional<BigDecimal> low = min.filter(amount -> amount.signum() > 0);
    Optional<BigDecimal> high = max.filter(amount -> amount.signum() > 0);
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
   * Reads a salary as people write it: {@code $75k - $95k}, {@code €64.000–70.000}, {@code
   * CA$102.8K - CA$137K}, {@code $14/hour}, {@code from 45 000 EUR per year}, {@code up to
   * £60,000}. The period is what the text says; without a word for it, amounts of 1,000 and more in
   * {@code k} or of 10,000 and more are a year's, amounts under 200 are an hour's, and anything
   * between is not read. Empty where the text holds no amount with a currency.
   */
  public static Optional<Salary> parse(String text) {
    return SalaryText.read(text);
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
      return Optional.of(Currency.getInstance(code.strip().toUpperCase(java.util.Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
