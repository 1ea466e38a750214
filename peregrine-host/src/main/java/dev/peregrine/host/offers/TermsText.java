package dev.peregrine.host.offers;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.RemoteMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The terms of an offer as they are stored. */
final class TermsText {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private record Data(
      @Nullable String amount,
      String currency,
      String period,
      @Nullable String bonus,
      String equity,
      String benefits,
      String location,
      @Nullable String remote,
      @Nullable Integer holidays,
      @Nullable String answerBy,
      String notes) {}

  private TermsText() {}

  static String of(Terms terms) {
    return JSON.writeValueAsString(
        new Data(
            terms.amount().map(BigDecimal::toPlainString).orElse(null),
            terms.currency().getCurrencyCode(),
            terms.period().name(),
            terms.bonus().map(BigDecimal::toPlainString).orElse(null),
            terms.equity(),
            terms.benefits(),
            terms.location(),
            terms.remote().map(RemoteMode::name).orElse(null),
            terms.holidays().isPresent() ? terms.holidays().getAsInt() : null,
            terms.answerBy().map(LocalDate::toString).orElse(null),
            terms.notes()));
  }

  static Terms read(String json) {
    Data data = JSON.readValue(json, Data.class);
    return new Terms(
        Optional.ofNullable(data.amount()).map(BigDecimal::new),
        Currency.getInstance(data.currency()),
        PayPeriod.valueOf(data.period()),
        Optional.ofNullable(data.bonus()).map(BigDecimal::new),
        data.equity(),
        data.benefits(),
        data.location(),
        Optional.ofNullable(data.remote()).map(RemoteMode::valueOf),
        data.holidays() == null ? OptionalInt.empty() : OptionalInt.of(data.holidays()),
        Optional.ofNullable(data.answerBy()).map(LocalDate::parse),
        data.notes());
  }
}
