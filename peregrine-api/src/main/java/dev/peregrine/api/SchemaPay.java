package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The pay in a schema.org JobPosting. Without a period or a currency there is none. */
record SchemaPay(SchemaValue posting) {

  private static final BigDecimal LEAST_OF_A_YEAR = BigDecimal.valueOf(1000);

  /** What the employer says, or else the estimate of the page. */
  Optional<Salary> salary() {
    return first(posting.at("baseSalary"))
        .or(
            () ->
                first(posting.at("estimatedSalary"))
                    .map(pay -> pay.withOrigin(Salary.Origin.ESTIMATED)));
  }

  private Optional<Salary> first(SchemaValue values) {
    return values.all().stream().flatMap(value -> pay(value).stream()).findFirst();
  }

  /** A MonetaryAmount with a number or a QuantitativeValue, or a text as people write it. */
  private Optional<Salary> pay(SchemaValue money) {
    SchemaValue amount = money.at("value");
    Optional<String> currency =
        money
            .at("currency")
            .text()
            .or(() -> amount.at("currency").text())
            .or(() -> money.at("salaryCurrency").text())
            .or(() -> posting.at("salaryCurrency").text());
    Optional<PayPeriod> period = period(amount).or(() -> period(money));
    if (currency.isPresent() && period.isPresent()) {
      Optional<Salary> salary = ofParts(money, amount, currency.get(), period.get());
      if (salary.isPresent()) {
        return salary;
      }
    }
    return money.text().flatMap(Salary::parse);
  }

  private static Optional<Salary> ofParts(
      SchemaValue money, SchemaValue amount, String currency, PayPeriod period) {
    Optional<BigDecimal> one =
        amount.number().or(() -> amount.at("value").number()).or(money::number);
    Optional<BigDecimal> min = bound(money, amount, "minValue", "percentile10").or(() -> one);
    Optional<BigDecimal> max = bound(money, amount, "maxValue", "percentile90").or(() -> one);
    if (min.isEmpty() && max.isEmpty()) {
      return amount
          .text()
          .or(() -> amount.at("value").text())
          .flatMap(text -> Salary.parse(written(text, currency, period)));
    }
    // A year's pay of 75 was typed short; what was meant nobody knows.
    return Salary.of(min, max, currency, period)
        .filter(
            pay ->
                pay.period() != PayPeriod.YEAR
                    || pay.max().or(pay::min).orElseThrow().compareTo(LEAST_OF_A_YEAR) >= 0);
  }

  private static Optional<BigDecimal> bound(
      SchemaValue money, SchemaValue amount, String name, String ofEstimate) {
    return amount
        .at(name)
        .number()
        .or(() -> money.at(name).number())
        .or(() -> money.at(ofEstimate).number());
  }

  /** {@code 80k - 95k} with the currency and period that stand beside it. */
  private static String written(String text, String currency, PayPeriod period) {
    boolean hasCurrency = text.matches("(?s).*\\p{Sc}.*");
    return "%s%s per %s"
        .formatted(hasCurrency ? "" : currency + " ", text, period.name().toLowerCase(Locale.ROOT));
  }

  private static Optional<PayPeriod> period(SchemaValue value) {
    return value
        .at("unitText")
        .text()
        .flatMap(PayPeriod::parse)
        .or(() -> value.at("unitCode").text().flatMap(SchemaPay::code))
        .or(() -> value.at("duration").text().flatMap(SchemaPay::duration));
  }

  /**
   * <b>Source:</b> UN/CEFACT Recommendation 20, the codes that schema.org asks for; some write the
   * words instead.
   */
  private static Optional<PayPeriod> code(String code) {
    return switch (code) {
      case "HUR" -> Optional.of(PayPeriod.HOUR);
      case "DAY" -> Optional.of(PayPeriod.DAY);
      case "WEE" -> Optional.of(PayPeriod.WEEK);
      case "MON" -> Optional.of(PayPeriod.MONTH);
      case "ANN" -> Optional.of(PayPeriod.YEAR);
      default -> PayPeriod.parse(code);
    };
  }

  /** ISO 8601, as estimates have it. */
  private static Optional<PayPeriod> duration(String duration) {
    return switch (duration) {
      case "PT1H" -> Optional.of(PayPeriod.HOUR);
      case "P1D" -> Optional.of(PayPeriod.DAY);
      case "P1W" -> Optional.of(PayPeriod.WEEK);
      case "P1M" -> Optional.of(PayPeriod.MONTH);
      case "P1Y" -> Optional.of(PayPeriod.YEAR);
      default -> Optional.empty();
    };
  }
}
