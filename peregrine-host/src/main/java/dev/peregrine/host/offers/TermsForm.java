package dev.peregrine.host.offers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.RemoteMode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Reads terms as a person types them. */
public final class TermsForm {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int MOST_DAYS = 366;

  private TermsForm() {}

  /**
   * The terms of a form.
   *
   * @param field what stands in the field of that name; empty where nothing does
   * @throws IllegalArgumentException with a sentence for the person
   */
  public static Terms read(UnaryOperator<String> field) {
    return new Terms(
        amount(field.apply("amount")),
        currency(field.apply("currency")),
        period(field.apply("period")),
        amount(field.apply("bonus")),
        field.apply("equity"),
        field.apply("benefits"),
        field.apply("location"),
        Arrays.stream(RemoteMode.values())
            .filter(mode -> mode.name().equals(field.apply("remote")))
            .findFirst(),
        days(field.apply("holidays")),
        day(field.apply("answer_by")),
        field.apply("notes"));
  }

  /**
   * An amount with points and commas as they are usual here or there: the last of two kinds is the
   * decimal one, and one alone before three digits is between thousands.
   */
  static Optional<BigDecimal> amount(String typed) {
    String plain = typed.replaceAll("[\\s\\u00a0\\u202f'’]", "");
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    int last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    boolean twice = last >= 0 && plain.indexOf(plain.charAt(last)) != last;
    boolean both = plain.contains(".") && plain.contains(",");
    boolean decimal = last >= 0 && !twice && (both || plain.length() - last != 4);
    String whole = decimal ? plain.substring(0, last) : plain;
    String number =
        both && twice
            ? typed
            : whole.replaceAll("[.,]", "") + (decimal ? "." + plain.substring(last + 1) : "");
    if (!number.matches("\\d{1,13}(\\.\\d{1,4})?")
        || new BigDecimal(number).signum() == 0
        || new BigDecimal(number).compareTo(MOST) > 0) {
      throw new IllegalArgumentException(t("offers.no-amount", "text", typed));
    }
    return Optional.of(new BigDecimal(new BigDecimal(number).stripTrailingZeros().toPlainString()));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(t("offers.no-currency", "text", code), unknown);
    }
  }

  private static PayPeriod period(String name) {
    return Arrays.stream(PayPeriod.values())
        .filter(period -> period.name().equals(name))
        .findFirst()
        .orElse(PayPeriod.YEAR);
  }

  private static OptionalInt days(String typed) {
    if (typed.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) > MOST_DAYS) {
      throw new IllegalArgumentException(t("offers.no-days", "text", typed));
    }
    return OptionalInt.of(Integer.parseInt(typed));
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException(t("offers.no-day", "text", typed), notADay);
    }
  }
}
