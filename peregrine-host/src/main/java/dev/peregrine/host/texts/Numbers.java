package dev.peregrine.host.texts;

import com.ibm.icu.number.FormattedNumberRange;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.LocalizedNumberRangeFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberRangeFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers and money as the language of the request writes them. */
public final class Numbers {

  private static final Map<Language, LocalizedNumberFormatter> PLAIN = new ConcurrentHashMap<>();
  private static final Map<Kind, LocalizedNumberRangeFormatter> RANGES = new ConcurrentHashMap<>();
  private static final Map<Kind, LocalizedNumberFormatter> SINGLE = new ConcurrentHashMap<>();

  private record Kind(Language language, String currency, boolean cents) {}

  private Numbers() {}

  /** A whole number, such as {@code 12,345} or {@code 12.345}. */
  public static String n(long number) {
    return n(BigDecimal.valueOf(number));
  }

  /** A number with the digits after the point that it has. */
  public static String n(BigDecimal number) {
    return PLAIN
        .computeIfAbsent(
            Language.current(),
            language ->
                NumberFormatter.withLocale(language.forNumbers()).precision(Precision.unlimited()))
        .format(number)
        .toString();
  }

  /** An amount, such as {@code 12.345,50 €}; whole ones are written without cents. */
  public static String money(BigDecimal amount, java.util.Currency currency) {
    Kind kind = new Kind(Language.current(), currency.getCurrencyCode(), hasCents(amount));
    return SINGLE.computeIfAbsent(kind, Numbers::single).format(amount).toString();
  }

  /** A span of amounts, such as {@code 60.000–75.000 €}. */
  public static String money(BigDecimal least, BigDecimal most, java.util.Currency currency) {
    boolean cents = hasCents(least) || hasCents(most);
    Kind kind = new Kind(Language.current(), currency.getCurrencyCode(), cents);
    FormattedNumberRange range =
        RANGES.computeIfAbsent(kind, Numbers::range).formatRange(least, most);
    return range.toString();
  }

  private static boolean hasCents(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > 0;
  }

  private static LocalizedNumberFormatter single(Kind kind) {
    return NumberFormatter.withLocale(kind.language().forNumbers())
        .unit(Currency.getInstance(kind.currency()))
        .precision(kind.cents() ? Precision.fixedFraction(2) : Precision.integer());
  }

  private static LocalizedNumberRangeFormatter range(Kind kind) {
    return NumberRangeFormatter.withLocale(kind.language().forNumbers())
        .numberFormatterBoth(
            NumberFormatter.with()
                .unit(Currency.getInstance(kind.currency()))
                .precision(kind.cents() ? Precision.fixedFraction(2) : Precision.integer()));
  }
}
