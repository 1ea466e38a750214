package dev.peregrine.host.config;

import dev.peregrine.api.PayPeriod;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

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

  /**
   * Reads a least pay for a year, as typed.
   *
   * @param amount such as {@code 50,000}
   * @param currency such as {@code eur}
   * @throws IllegalArgumentException with a sentence where it is none
   */
  public static MinPay ofYear(String amount, String currency) {
    String digits = amount.replaceAll("[ ,.'\\u202f](?=\\d{3}\\b)", "");
    String code = currency.toUpperCase(Locale.ROOT);
    try {
      return new MinPay(new BigDecimal(digits), Currency.getInstance(code), PayPeriod.YEAR);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "“%s %s” is no amount of money. 50000 EUR is one.".formatted(amount, code), wrong);
    }
  }

  /** The amount for a year of full-time work. */
  public BigDecimal annual() {
    return amount.multiply(BigDecimal.valueOf(period.perYear()));
  }
}
