package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribedSalaryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The base salary range for this role is $120,000 - $150,000.       | 120000 | 150000 | USD | YEAR
          Pay: $22.50 to $27 per hour, depending on experience.             | 22.5   | 27     | USD | HOUR
          Compensation $90k–$120k plus health care.                         | 90000  | 120000 | USD | YEAR
          Wir bieten ein Jahresgehalt von 55.000 bis 65.000 EUR.            | 55000  | 65000  | EUR | YEAR
          Salary: up to £60,000 per annum                                   |        | 60000  | GBP | YEAR
          Gehalt ab 3.200 € brutto pro Monat.                                | 3200   |        | EUR | MONTH
          We raised $30M in 2024. Salary: $100,000 - $130,000 a year.       | 100000 | 130000 | USD | YEAR
          """)
  void paySaidInASentenceIsFound(
      String text, String min, String max, String currency, PayPeriod period) {
    Salary salary = Salary.inText(text).orElseThrow();

    assertThat(salary.min().map(Object::toString)).isEqualTo(Optional.ofNullable(min));
    assertThat(salary.max().map(Object::toString)).isEqualTo(Optional.ofNullable(max));
    assertThat(salary.currency().getCurrencyCode()).isEqualTo(currency);
    assertThat(salary.period()).isEqualTo(period);
    assertThat(salary.origin()).isEqualTo(Salary.Origin.DESCRIPTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "We bake bread.",
        "Our revenue grew to $120,000 - $150,000 last year.",
        "We raised $30 million; our pay is fair.",
        "You get a sign-on bonus of $5,000 - $10,000 and good pay.",
        "A learning budget of 2,000 € per year comes with the salary.",
        "You manage accounts of $100,000.",
        "Pay is 120,000 - 150,000 a year.",
        "The salary is $1 - $2 per year.",
        "Earn $10,000 - $900,000 a year."
      })
  void otherSumsAreNoPay(String text) {
    assertThat(Salary.inText(text)).isEmpty();
  }

  @Test
  void aTextOfNothingButSumsEnds() {
    assertThat(Salary.inText("$1 ".repeat(200_000))).isEmpty();
    assertThat(Salary.inText("pay $".repeat(50_000))).isEmpty();
  }
}
