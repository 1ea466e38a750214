package dev.peregrine.plugin.board.personio;

import dev.peregrine.api.Markup;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.Optional;

/** Pay as Personio writes it; often only the least is given. */
record PersonioPay(Markup information) {

  /** Empty where amount, currency or period is missing. */
  Optional<Salary> salary() {
    Optional<String> currency = information.text("> currencyCode");
    Optional<PayPeriod> period = information.text("> type").flatMap(PayPeriod::parse);
    return currency.isEmpty() || period.isEmpty()
        ? Optional.empty()
        : Salary.of(amount("min"), amount("max"), currency.get(), period.get());
  }

  private Optional<BigDecimal> amount(String name) {
    return information
        .text("> " + name)
        .filter(text -> text.matches("\\d{1,12}(\\.\\d{1,4})?"))
        .map(BigDecimal::new);
  }
}
