package dev.peregrine.host.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsFormTest {

  private static Terms read(Map<String, String> fields) {
    return TermsForm.read(
        field -> fields.getOrDefault(field, field.equals("currency") ? "EUR" : ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "66400|66400",
        "66,400|66400",
        "66.400|66400",
        "66 400|66400",
        "66'400|66400",
        "66,400.50|66400.5",
        "66.400,50|66400.5",
        "1.066.400|1066400",
        "18,50|18.5",
        "18.5|18.5"
      })
  void amountsAreReadAsTheyAreWrittenHereAndThere(String typed, BigDecimal meant) {
    assertThat(TermsForm.amount(typed).orElseThrow()).isEqualByComparingTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-5", "0", "1e9", "9999999999999999", "5,", ".", "12.34.5,6,7"})
  void whatIsNoAmountIsSaidWithTheText(String typed) {
    assertThatThrownBy(() -> TermsForm.amount(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + typed + "\" is no amount");
  }

  @Test
  void aYearIsReckonedFromThePeriodWithTheBonusInItsOwnCurrency() {
    Terms terms =
        read(Map.of("amount", "5000", "period", "MONTH", "bonus", "3000", "currency", "chf"));
    assertThat(terms.aYear().orElseThrow()).isEqualByComparingTo("63000");
    assertThat(terms.currency().getCurrencyCode()).isEqualTo("CHF");
    assertThat(read(Map.of("bonus", "3000")).aYear()).isEmpty();
  }

  @Test
  void whatIsNoCurrencyNoDayAndNoNumberOfDaysIsSaid() {
    assertThatThrownBy(() -> read(Map.of("currency", "MOON"))).hasMessageContaining("\"MOON\"");
    assertThatThrownBy(() -> read(Map.of("answer_by", "soon"))).hasMessageContaining("\"soon\"");
    assertThatThrownBy(() -> read(Map.of("holidays", "400"))).hasMessageContaining("\"400\"");
    assertThat(read(Map.of("holidays", "30")).holidays()).isEqualTo(OptionalInt.of(30));
  }

  @Test
  void termsAreReadAsTheyWereStored() {
    Terms terms =
        read(
            Map.of(
                "amount",
                "66.400",
                "remote",
                "HYBRID",
                "holidays",
                "30",
                "answer_by",
                "2026-03-20",
                "notes",
                "a\r\nb",
                "equity",
                "0,1 %"));
    assertThat(TermsText.read(TermsText.of(terms))).isEqualTo(terms);
  }
}
