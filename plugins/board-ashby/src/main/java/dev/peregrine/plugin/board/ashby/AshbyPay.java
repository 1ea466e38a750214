package dev.peregrine.plugin.board.ashby;

import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pay as Ashby writes it: components, of which only those of type Salary are pay; equity and bonus
 * are beside it.
 */
record AshbyPay(Json compensation) {

  private static final Pattern INTERVAL = Pattern.compile("(\\d{1,3})\\s+(\\p{Alpha}+)");

  Optional<Salary> salary() {
    List<Salary> parts = salaries(compensation.at("summaryComponents").items());
    if (parts.isEmpty()) {
      parts =
          salaries(
              compensation.at("compensationTiers").items().stream()
                  .flatMap(tier -> tier.at("components").items().stream())
                  .toList());
    }
    if (parts.isEmpty()) {
      return compensation.at("scrapeableCompensationSalarySummary").text().flatMap(Salary::parse);
    }
    return Optional.of(parts.stream().skip(1).reduce(parts.getFirst(), AshbyPay::widened));
  }

  private static List<Salary> salaries(List<Json> components) {
    var found = new ArrayList<Salary>();
    for (Json component : components) {
      if (component.at("compensationType").text().equals(Optional.of("Salary"))) {
        salary(component).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Salary> salary(Json component) {
    Matcher interval = INTERVAL.matcher(component.at("interval").text().orElse(""));
    if (!interval.matches() || interval.group(1).matches("0+")) {
      return Optional.empty();
    }
    var count = new BigDecimal(interval.group(1));
    Optional<PayPeriod> period = PayPeriod.parse(interval.group(2));
    Optional<String> currency = component.at("currencyCode").text();
    if (period.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    return Salary.of(
        amount(component.at("minValue"), count),
        amount(component.at("maxValue"), count),
        currency.get(),
        period.get());
  }

  /** An amount for one of the periods, where the interval is several such as 2 WEEK. */
  private static Optional<BigDecimal> amount(Json value, BigDecimal count) {
    return count.equals(BigDecimal.ONE)
        ? value.number()
        : value.number().map(amount -> amount.divide(count, 2, RoundingMode.HALF_UP));
  }

  /** From the least to the most of two; a part in another currency or period stays out. */
  private static Salary widened(Salary one, Salary other) {
    if (!one.currency().equals(other.currency()) || one.period() != other.period()) {
      return one;
    }
    return Salary.of(
            Stream.of(one, other).flatMap(part -> part.min().stream()).min(BigDecimal::compareTo),
            Stream.of(one, other).flatMap(part -> part.max().stream()).max(BigDecimal::compareTo),
            one.currency().getCurrencyCode(),
            one.period())
        .orElse(one);
  }
}
