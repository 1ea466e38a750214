package dev.peregrine.host.pipeline;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A salary as five columns, all of them empty where there is none. */
record SalaryData(
    @Nullable String min,
    @Nullable String max,
    @Nullable String currency,
    @Nullable String period,
    @Nullable String origin) {

  private static final SalaryData NONE = new SalaryData(null, null, null, null, null);

  /** Beyond this a year's pay is nonsense. */
  private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(1_000_000_000_000L);

  static SalaryData of(Optional<Salary> salary) {
    return salary
        .map(
            known ->
                new SalaryData(
                    known.min().map(BigDecimal::toPlainString).orElse(null),
                    known.max().map(BigDecimal::toPlainString).orElse(null),
                    known.currency().getCurrencyCode(),
                    key(known.period()),
                    key(known.origin())))
        .orElse(NONE);
  }

  /**
   * The salary without nonsense: a number such as {@code 1E+999999} would fill the memory of
   * whoever writes it out.
   */
  static Optional<Salary> sensible(Optional<Salary> salary) {
    return salary
        .filter(known -> known.min().filter(SalaryData::isNonsense).isEmpty())
        .filter(known -> known.max().filter(SalaryData::isNonsense).isEmpty());
  }

  private static boolean isNonsense(BigDecimal amount) {
    return amount.compareTo(TOO_MUCH) > 0 || amount.scale() > 20;
  }

  static @Nullable Long annualPay(Optional<Salary> salary) {
    return salary
        .flatMap(known -> known.annualMax().or(known::annualMin))
        .map(BigDecimal::longValue)
        .orElse(null);
  }

  Optional<Salary> salary() {
    if (currency == null || period == null || origin == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Salary(
            Optional.ofNullable(min).map(BigDecimal::new),
            Optional.ofNullable(max).map(BigDecimal::new),
            Currency.getInstance(currency),
            PayPeriod.valueOf(period.toUpperCase(Locale.ROOT)),
            Salary.Origin.valueOf(origin.toUpperCase(Locale.ROOT))));
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
