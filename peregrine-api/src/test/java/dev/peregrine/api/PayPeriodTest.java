package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "yearly, YEAR",
    "ANNUAL, YEAR",
    "per-year-salary, YEAR",
    "1 YEAR, YEAR",
    "per annum, YEAR",
    "PA, YEAR",
    "jährlich, YEAR",
    "per-month-salary, MONTH",
    "monatlich, MONTH",
    "mensuel, MONTH",
    "1 WEEK, WEEK",
    "daily, DAY",
    "per diem, DAY",
    "hourly, HOUR",
    "hr, HOUR",
    "per-hour-wage, HOUR",
    "PAY_INTERVAL_HOUR, HOUR",
    "Stunde, HOUR"
  })
  void theWordsOfBoardsAreKnown(String word, PayPeriod expected) {
    assertThat(PayPeriod.parse(word)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "one-time", "bi-weekly", "biweekly", "semi_monthly", "quarterly", "full time"})
  void otherTimesAreNotTakenForOneOfThese(String word) {
    assertThat(PayPeriod.parse(word)).isEmpty();
  }
}
