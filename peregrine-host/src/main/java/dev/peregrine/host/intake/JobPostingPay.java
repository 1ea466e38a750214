package dev.peregrine.host.intake;

import static dev.peregrine.host.intake.JobPostingData.all;
import static dev.peregrine.host.intake.JobPostingData.first;
import static dev.peregrine.host.intake.JobPostingData.text;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.Optional;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** The pay in a schema.org JobPosting. Without a period or a currency there is none. */
final class JobPostingPay {

  private JobPostingPay() {}

  /** What the employer says, or else the estimate of the page. */
  static Optional<Salary> of(JsonNode data) {
    return pay(data.path("baseSalary")).or(() -> estimated(data));
  }

  private static Optional<Salary> estimated(JsonNode data) {
    for (JsonNode one : all(data.path("estimatedSalary"))) {
      Optional<Salary> salary = pay(one);
      if (salary.isPresent()) {
        return salary.map(pay -> pay.withOrigin(Salary.Origin.ESTIMATED));
      }
    }
    return Optional.empty();
  }

  /** A MonetaryAmount with a number or a QuantitativeValue, or a text as people write it. */
  private static Optional<Salary> pay(JsonNode value) {
    JsonNode money = first(value);
    Optional<String> written = text(money);
    if (written.isPresent()) {
      return Salary.parse(written.get());
    }
    JsonNode amount = first(money.path("value"));
    Optional<String> currency =
        text(money.path("currency")).or(() -> text(amount.path("currency")));
    Optional<PayPeriod> period =
        text(amount.path("unitText"))
            .or(() -> text(money.path("unitText")))
            .flatMap(PayPeriod::parse);
    Optional<BigDecimal> one = number(amount).or(() -> number(amount.path("value")));
    Optional<BigDecimal> min =
        number(first(amount.path("minValue")))
            .or(() -> number(money.path("minValue")))
            .or(() -> one);
    Optional<BigDecimal> max =
        number(first(amount.path("maxValue")))
            .or(() -> number(money.path("maxValue")))
            .or(() -> one);
    if (currency.isEmpty() || period.isEmpty()) {
      return Optional.empty();
    }
    return Salary.of(min, max, currency.get(), period.get());
  }

  /** The pay that a page's microdata states. */
  static Optional<Salary> of(Element scope) {
    Element base = scope.selectFirst("[itemprop=baseSalary]");
    if (base == null) {
      return Optional.empty();
    }
    Optional<String> currency = value(scope, "currency").or(() -> value(scope, "salaryCurrency"));
    Optional<PayPeriod> period = value(base, "unitText").flatMap(PayPeriod::parse);
    Optional<BigDecimal> one = value(base, "value").flatMap(JobPostingPay::amount);
    Optional<BigDecimal> min = value(base, "minValue").flatMap(JobPostingPay::amount).or(() -> one);
    Optional<BigDecimal> max = value(base, "maxValue").flatMap(JobPostingPay::amount).or(() -> one);
    if (currency.isPresent() && period.isPresent() && (min.isPresent() || max.isPresent())) {
      return Salary.of(min, max, currency.get(), period.get());
    }
    return Salary.parse(base.text());
  }

  private static Optional<String> value(Element scope, String name) {
    Element element = scope.selectFirst("[itemprop=" + name + "]");
    if (element == null) {
      return Optional.empty();
    }
    String content = element.hasAttr("content") ? element.attr("content") : element.text();
    return Optional.of(content.strip()).filter(text -> !text.isEmpty());
  }

  private static Optional<BigDecimal> number(JsonNode value) {
    return value.isNumber()
        ? Optional.of(value.decimalValue())
        : text(value).flatMap(JobPostingPay::amount);
  }

  private static Optional<BigDecimal> amount(String text) {
    try {
      return text.length() > 20
          ? Optional.empty()
          : Optional.of(new BigDecimal(text.replace(",", "").replace(" ", "")));
    } catch (NumberFormatException notNumber) {
      return Optional.empty();
    }
  }
}
