package dev.peregrine.host.config;

import dev.peregrine.api.PayPeriod;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * The least pay that a person wants.
 *
 * @param amount more than zero
 * @param currency ISO 4217
 * @param period the time for which it is paid
 */
public record MinPay(BigDecimal amount, Currency currency, PayPeriod period) {

  public MinPay {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException(
          "Least pay \"%s\": expected more than zero.".formatted(amount));
    }
  }

  /** The amount for a year of full-time work. */
  public BigDecimal annual() {
    return amount.multiply(BigDecimal.valueOf(period.perYear()));
  }
}
