package dev.peregrine.plugin.board.jobicy;

import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.Optional;

/** What a row says of pay: by the newer names with a period, or by the older ones for a year. */
record JobicyPay(Json row) {

  private static final BigDecimal LEAST_FOR_A_YEAR = BigDecimal.valueOf(1_000);
  private static final BigDecimal SURELY_FOR_A_YEAR = BigDecimal.valueOf(10_000);

  Optional<Salary> salary() {
    Optional<Salary> newer = salary(amount("salaryMin"), amount("salaryMax"), false);
    return newer.or(() -> salary(amount("annualSalaryMin"), amount("annualSalaryMax"), true));
  }

  private Optional<Salary> salary(
      Optional<BigDecimal> min, Optional<BigDecimal> max, boolean forAYear) {
    Optional<BigDecimal> most = max.or(() -> min);
    Optional<String> currency = row.at("salaryCurrency").text();
    if (most.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> word = forAYear ? Optional.of("yearly") : row.at("salaryPeriod").text();
    Optional<PayPeriod> period =
        word.isPresent() ? PayPeriod.parse(word.get()) : Optional.of(PayPeriod.YEAR);
    // Without a word for the period only an amount that can be nothing else is read as a year's.
    BigDecimal least = word.isPresent() ? LEAST_FOR_A_YEAR : SURELY_FOR_A_YEAR;
    return period
        .filter(known -> known != PayPeriod.YEAR || most.get().compareTo(least) >= 0)
        .flatMap(known -> Salary.of(min, max, currency.get(), known));
  }

  private Optional<BigDecimal> amount(String name) {
    return row.at(name).number().filter(number -> number.signum() > 0);
  }
}
