package dev.peregrine.plugin.board.lever;

import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.Optional;

/** Pay as Lever writes it: amounts, a currency, and an interval such as per-year-salary. */
record LeverPay(Json range) {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The pay; empty for one-time payments and for intervals that have no clear length. */
  Optional<Salary> salary() {
    String interval = range.at("interval").text().orElse("");
    return switch (interval) {
      // A pay period of two weeks or half a month has no name of its own in a salary.
      case "bi-week-salary" -> salary(PayPeriod.WEEK, new BigDecimal("0.5"));
      case "semi-month-salary" -> salary(PayPeriod.MONTH, TWO);
      case "bi-month-salary" -> Optional.empty();
      default -> PayPeriod.parse(interval).flatMap(period -> salary(period, BigDecimal.ONE));
    };
  }

  private Optional<Salary> salary(PayPeriod period, BigDecimal times) {
    return range
        .at("currency")
        .text()
        .flatMap(
            currency -> Salary.of(amount("min", times), amount("max", times), currency, period));
  }

  private Optional<BigDecimal> amount(String name, BigDecimal times) {
    Optional<BigDecimal> amount = range.at(name).number();
    return times.equals(BigDecimal.ONE) ? amount : amount.map(value -> value.multiply(times));
  }
}
