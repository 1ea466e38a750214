package dev.peregrine.host.offers;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.RemoteMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an employer offers. An amount is never converted into another currency.
 *
 * @param amount what is paid in a {@link #period}, before taxes
 * @param bonus what comes on top in a year, in the same currency
 * @param equity shares and options, in words
 * @param benefits anything else that is worth something, in words
 * @param holidays days a year
 * @param answerBy the last day to answer
 */
public record Terms(
    Optional<BigDecimal> amount,
    Currency currency,
    PayPeriod period,
    Optional<BigDecimal> bonus,
    String equity,
    String benefits,
    String location,
    Optional<RemoteMode> remote,
    OptionalInt holidays,
    Optional<LocalDate> answerBy,
    String notes) {

  /** The longest text. */
  public static final int LONGEST = 5_000;

  public Terms {
    equity = cut(equity);
    benefits = cut(benefits);
    location = cut(location);
    notes = cut(notes);
  }

  private static String cut(String text) {
    String plain = text.strip().replace("\r\n", "\n");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  /** What a year of full-time work pays, with the bonus; empty where no amount is known. */
  public Optional<BigDecimal> aYear() {
    return amount.map(
        each ->
            each.multiply(BigDecimal.valueOf(period.perYear())).add(bonus.orElse(BigDecimal.ZERO)));
  }
}
