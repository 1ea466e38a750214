package dev.peregrine.plugin.board.himalayas;

import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.Optional;

/** What a row says of pay. */
record HimalayasPay(Json row) {

  private static final BigDecimal LEAST_FOR_A_YEAR = BigDecimal.valueOf(1_000);
  private static final BigDecimal SURELY_FOR_A_YEAR = BigDecimal.valueOf(10_000);

  Optional<Salary> salary() {
    Optional<BigDecimal> min = amount("minSalary");
    Optional<BigDecimal> max = amount("maxSalary");
    Optional<BigDecimal> most = max.or(() -> min);
    Optional<String> currency = row.at("currency").text();
    if (most.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    return period(most.get()).flatMap(period -> Salary.of(min, max, currency.get(), period));
  }

  /**
   * Rows of before 2026 name no period. Theirs was meant to be a year, but smaller amounts may be
   * for a month or an hour: these stay unread, as does a year's pay that cannot be one.
   */
  private Optional<PayPeriod> period(BigDecimal most) {
    Optional<String> word = row.at("salaryPeriod").text();
    return word.isPresent()
        ? PayPeriod.parse(word.get())
            .filter(period -> period != PayPeriod.YEAR || most.compareTo(LEAST_FOR_A_YEAR) >= 0)
        : Optional.of(PayPeriod.YEAR).filter(year -> most.compareTo(SURELY_FOR_A_YEAR) >= 0);
  }

  private Optional<BigDecimal> amount(String name) {
    return row.at(name).number().filter(number -> number.signum() > 0);
  }
}
