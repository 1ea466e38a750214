package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalaryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          $75k - $95k                                   | 75000 to 95000 USD YEAR
          $31,2k- $52k                                  | 31200 to 52000 USD YEAR
          OTE $25k - $35k                               | 25000 to 35000 USD YEAR
          $40- $60k                                     | 40000 to 60000 USD YEAR
          $90k - 120                                    | 90000 to 120000 USD YEAR
          $140.25k - $189.75k                           | 140250 to 189750 USD YEAR
          $140.255k                                     | 140255 to 140255 USD YEAR
          $202.27k                                      | 202270 to 202270 USD YEAR
          $180k                                         | 180000 to 180000 USD YEAR
          $95k - $75k                                   | 75000 to 95000 USD YEAR
          $117,000.00/yr - $152,000.00/yr               | 117000 to 152000 USD YEAR
          $45,000 - $50,000                             | 45000 to 50000 USD YEAR
          $60,000 to $80,000 per annum                  | 60000 to 80000 USD YEAR
          between $50,000 and $60,000                   | 50000 to 60000 USD YEAR
          $45,000 up to $60,000                         | 45000 to 60000 USD YEAR
          Annual salary: $52,000                        | 52000 to 52000 USD YEAR
          USD $120,000 / year                           | 120000 to 120000 USD YEAR
          120,000 USD                                   | 120000 to 120000 USD YEAR
          usd120k                                       | 120000 to 120000 USD YEAR
          $120,000 CAD                                  | 120000 to 120000 CAD YEAR
          CA$102.8K - CA$137K                           | 102800 to 137000 CAD YEAR
          CA$102.8K – CA$137K                           | 102800 to 137000 CAD YEAR
          A$90,000                                      | 90000 to 90000 AUD YEAR
          $50-$75 /hour                                 | 50 to 75 USD HOUR
          $14/hour                                      | 14 to 14 USD HOUR
          $14/hr                                        | 14 to 14 USD HOUR
          $18 - $22/hr                                  | 18 to 22 USD HOUR
          $50 - $55 per hour                            | 50 to 55 USD HOUR
          $15.50 - $18.25                               | 15.5 to 18.25 USD HOUR
          12,34 €                                       | 12.34 to 12.34 EUR HOUR
          hourly rate $20-25                            | 20 to 25 USD HOUR
          3 days a week for $50 an hour                 | 50 to 50 USD HOUR
          $50/hr, 40 hours a week                       | 50 to 50 USD HOUR
          $50 an hour for 3 months                      | 50 to 50 USD HOUR
          3 days a week at $50                          | 50 to 50 USD HOUR
          40 hours weekly, $15                          | 15 to 15 USD HOUR
          $20 for 40 hours per week                     | 20 to 20 USD HOUR
          $25, 3 days in the office                     | 25 to 25 USD HOUR
          pay per hour: $25                             | 25 to 25 USD HOUR
          pay per day: $25                              | 25 to 25 USD DAY
          20-25 €/Std.                                  | 20 to 25 EUR HOUR
          £25ph                                         | 25 to 25 GBP HOUR
          £25 p/h                                       | 25 to 25 GBP HOUR
          $650 per day                                  | 650 to 650 USD DAY
          £450 - £500 a day                             | 450 to 500 GBP DAY
          Tagessatz 800 €                               | 800 to 800 EUR DAY
          $1,200 a week                                 | 1200 to 1200 USD WEEK
          5,200 EUR a month                             | 5200 to 5200 EUR MONTH
          £2,500 pcm                                    | 2500 to 2500 GBP MONTH
          $950 - $1.2k per month                        | 950 to 1200 USD MONTH
          40 hours/week, $5000 per month                | 5000 to 5000 USD MONTH
          ab 3.500 € brutto / Monat                     | 3500 to ? EUR MONTH
          Tk. 20000 - 30000 (Monthly)                   | 20000 to 30000 BDT MONTH
          15 000–20 000 zł / miesięcznie                | 15000 to 20000 PLN MONTH
          SEK 45 000 per month                          | 45000 to 45000 SEK MONTH
          €64.000–70.000 p.a.                           | 64000 to 70000 EUR YEAR
          64.000 € - 70.000 €                           | 64000 to 70000 EUR YEAR
          50.000 - 60.000 € brutto/Jahr                 | 50000 to 60000 EUR YEAR
          45-50.000 €                                   | 45000 to 50000 EUR YEAR
          45.000,00 EUR jährlich                        | 45000 to 45000 EUR YEAR
          60 Tsd. EUR im Jahresgehalt                   | 60000 to 60000 EUR YEAR
          60k€                                          | 60000 to 60000 EUR YEAR
          65keur                                        | 65000 to 65000 EUR YEAR
          35 000 € par an                               | 35000 to 35000 EUR YEAR
          CHF 110'000 – 130’000                         | 110000 to 130000 CHF YEAR
          ₹8,00,000 - ₹12,00,000 per annum              | 800000 to 1200000 INR YEAR
          ₹12-16 Lacs P.A.                              | 1200000 to 1600000 INR YEAR
          INR 12 LPA                                    | 1200000 to 1200000 INR YEAR
          from 45 000 EUR per year                      | 45000 to ? EUR YEAR
          min. 45.000 €                                 | 45000 to ? EUR YEAR
          starting at $60,000                           | 60000 to ? USD YEAR
          at least $60,000                              | 60000 to ? USD YEAR
          $70,000+                                      | 70000 to ? USD YEAR
          $70k+ per year                                | 70000 to ? USD YEAR
          $70,000 + equity                              | 70000 to 70000 USD YEAR
          $100k - $120k + $20k bonus                    | 100000 to 120000 USD YEAR
          $0 - $100k                                    | ? to 100000 USD YEAR
          up to £60,000                                 | ? to 60000 GBP YEAR
          bis zu 70.000 €                               | ? to 70000 EUR YEAR
          max. $55 per hour                             | ? to 55 USD HOUR
          $60k and a 401k match                         | 60000 to 60000 USD YEAR
          401k, $80,000                                 | 80000 to 80000 USD YEAR
          $50M raised; $100k - $120k                    | 100000 to 120000 USD YEAR
          $5,000 sign-on bonus, $100k - $120k           | 100000 to 120000 USD YEAR
          100% remote, $120k                            | 120000 to 120000 USD YEAR
          since 2019-03-01: $120k                       | 120000 to 120000 USD YEAR
          """)
  void payIsReadAsPeopleWriteIt(String text, String expected) {
    assertThat(Salary.parse(text).map(SalaryTest::line)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        " ",
        "Competitive",
        "Not disclosed",
        "401k",
        "401(k)",
        "$",
        "$-$",
        "DOE",
        "75000",
        "75k - 95k",
        "$5k",
        "$3,000",
        "PLN 15 000",
        "¥300,000",
        "kr 45 000",
        "J$90,000",
        "$50 - €60",
        "$75 - $95 per year",
        "$50M funding",
        "$2,000 bi-weekly",
        "$2,000 every fortnight",
        "$0",
        "$1.2.3",
        "$999999999999999999999",
        "$10%"
      })
  void textsThatTellNoPayForSureAreNotRead(String text) {
    assertThat(Salary.parse(text)).isEmpty();
  }

  @Test
  void parsedPayIsStated() {
    assertThat(Salary.parse("$75k").orElseThrow().origin()).isEqualTo(Salary.Origin.STATED);
  }

  @Test
  void longTextsAreCutAtABlankAndNeverInANumber() {
    String text = "x".repeat(489) + " $120,000,000";
    assertThat(Salary.parse(text)).isEmpty();
    assertThat(Salary.parse("$50 an hour " + "1".repeat(5_000_000)).map(SalaryTest::line))
        .hasValue("50 to 50 USD HOUR");
  }

  @Test
  void anyTextIsReadWithoutFailing() {
    var random = new Random(7);
    String alphabet =
        "0123456789.,' $€k+-/()per hour year to ab %\u00a0\u2013lacs€usd\uD83D\uDE00İ";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      random
          .ints(1 + random.nextInt(60), 0, alphabet.length())
          .forEach(at -> text.append(alphabet.charAt(at)));
      assertThat(Salary.parse(text.toString())).as(text.toString()).isNotNull();
    }
  }

  @Test
  void looseValuesOfAServerMakeASalaryOrNone() {
    assertThat(of("95", "75", "eur").map(SalaryTest::line)).hasValue("75 to 95 EUR YEAR");
    assertThat(of("0", "75000.00", "EUR").map(SalaryTest::line)).hasValue("? to 75000 EUR YEAR");
    assertThat(of("-1", "0", "EUR")).isEmpty();
    assertThat(of("75000", "1e999999999", "EUR").map(SalaryTest::line))
        .hasValue("75000 to ? EUR YEAR");
    assertThat(of("1e-999999999", "1000000000001", "EUR")).isEmpty();
    assertThat(of("75000", "95000", "??")).isEmpty();
    assertThat(of("75000", "95000", "")).isEmpty();
  }

  @Test
  void equalAmountsMakeEqualSalaries() {
    assertThat(of("75000", "95000", "EUR")).isEqualTo(of("75000.00", "9.5e4", "EUR"));
    assertThat(of("1e5", "1e5", "EUR").orElseThrow().min().orElseThrow().toString())
        .isEqualTo("100000");
  }

  @Test
  void impossibleSalariesAreRejectedWithTheirAmounts() {
    assertThatThrownBy(() -> salary(Optional.empty(), Optional.empty()))
        .hasMessage("A salary has neither a least nor a most amount.");
    assertThatThrownBy(() -> salary(amount("5"), amount("4")))
        .hasMessage("Salary \"5 to 4\": the least is above the most.");
    assertThatThrownBy(() -> salary(Optional.empty(), amount("0")))
        .hasMessage("Salary \"? to 0\": expected amounts above zero, at most 1,000,000,000,000.");
    assertThatThrownBy(() -> salary(amount("1e999999999"), Optional.empty()))
        .hasMessageStartingWith("Salary \"1E+999999999 to ?\": expected amounts above zero");
  }

  @Test
  void aYearsPayIsReckonedForFullTimeWork() {
    Salary hourly = Salary.parse("$50-$75 /hour").orElseThrow();
    assertThat(hourly.annualMin()).hasValue(new BigDecimal("104000"));
    assertThat(hourly.annualMax()).hasValue(new BigDecimal("156000"));
  }

  private static Optional<Salary> of(String min, String max, String currency) {
    return Salary.of(amount(min), amount(max), currency, PayPeriod.YEAR);
  }

  private static Salary salary(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    return new Salary(min, max, Currency.getInstance("EUR"), PayPeriod.YEAR, Salary.Origin.STATED);
  }

  private static Optional<BigDecimal> amount(String number) {
    return Optional.of(new BigDecimal(number));
  }

  private static String line(Salary salary) {
    return "%s to %s %s %s"
        .formatted(
            salary.min().map(BigDecimal::toString).orElse("?"),
            salary.max().map(BigDecimal::toString).orElse("?"),
            salary.currency().getCurrencyCode(),
            salary.period());
  }
}
