package dev.peregrine.plugin.board.naukri;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pay as Naukri words it: {@code 12-16 Lacs P.A.}, {@code 1-1.5 Cr}, {@code 50,000-3 Lacs P.A.}. A
 * lakh is 100,000 and a crore 10,000,000.
 */
final class Rupees {

  private static final BigDecimal LAKH = BigDecimal.valueOf(100_000);
  private static final BigDecimal CRORE = BigDecimal.valueOf(10_000_000);

  /** What is written in full, as in {@code 50,000-3 Lacs}, is no number of lakhs. */
  private static final BigDecimal LEAST_IN_FULL = BigDecimal.valueOf(1_000);

  private static final String NUMBER = "(\\d[\\d,]{0,14}(?:\\.\\d{1,4})?)";
  private static final String UNIT = "(la[ck]s?|lakhs?|lpa|cr(?:ores?)?)";
  private static final Pattern A_YEAR =
      Pattern.compile(
          "(?:₹|rs\\.?|inr)?\\s*%1$s\\s*%2$s?(?:\\s*(?:-|–|to)\\s*%1$s\\s*%2$s)?\\.?\\s*(?:p\\.?a\\.?|per annum|pa)?"
              .formatted(NUMBER, UNIT));

  private Rupees() {}

  static Optional<Salary> parse(String text) {
    Matcher pay = A_YEAR.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!pay.matches()) {
      return Salary.parse(text);
    }
    Optional<String> lowUnit = Optional.ofNullable(pay.group(2));
    Optional<String> highUnit = Optional.ofNullable(pay.group(4)).or(() -> lowUnit);
    if (highUnit.isEmpty()) {
      return Salary.parse(text);
    }
    BigDecimal low = number(pay.group(1));
    boolean inFull = lowUnit.isEmpty() && low.compareTo(LEAST_IN_FULL) >= 0;
    BigDecimal least = inFull ? low : low.multiply(unit(lowUnit.or(() -> highUnit)));
    BigDecimal most =
        Optional.ofNullable(pay.group(3))
            .map(high -> number(high).multiply(unit(highUnit)))
            .orElse(least);
    return Salary.of(Optional.of(least), Optional.of(most), "INR", PayPeriod.YEAR);
  }

  private static BigDecimal unit(Optional<String> word) {
    return word.filter(text -> text.startsWith("cr")).map(crore -> CRORE).orElse(LAKH);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(",", ""));
  }
}
