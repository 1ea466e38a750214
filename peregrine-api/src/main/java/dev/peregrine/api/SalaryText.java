package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads pay as people write it. The text is cut into tokens once and every step looks at a few of
 * them, so that no text takes longer than its length.
 */
final class SalaryText {

  private static final int LONGEST = 500;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal LEAST_OF_A_YEAR = BigDecimal.valueOf(10_000);
  private static final BigDecimal MOST_OF_AN_HOUR = BigDecimal.valueOf(200);

  /** Currencies of which an hour's and a year's pay cannot be mistaken for a month's. */
  private static final Set<String> TOLD_BY_SIZE =
      Set.of("USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SGD");

  private static final Set<String> DOLLARS =
      Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN");

  private static final Set<String> UNTIL = Set.of("to", "bis", "until", "through", "up");
  private static final Set<String> AND = Set.of("and", "und", "et", "y", "e", "en");
  private static final Set<String> BETWEEN =
      Set.of("between", "zwischen", "entre", "tra", "tussen");
  private static final Set<String> AT_LEAST =
      Set.of(
          "from",
          "ab",
          "min",
          "minimum",
          "mindestens",
          "starting",
          "starts",
          "over",
          "least",
          "desde",
          "dès",
          "vanaf",
          "od");
  private static final Set<String> AT_MOST =
      Set.of(
          "up", "max", "maximum", "maximal", "bis", "under", "below", "hasta", "jusqu", "tot",
          "do");
  private static final Set<String> BETWEEN_QUALIFIER_AND_AMOUNT =
      Set.of("to", "at", "zu", "of", "von", "à", "de");
  private static final Set<String> IN_A_RANGE = Set.of("gross", "brutto", "net", "netto", "p", "a");

  private SalaryText() {}

  static Optional<Salary> read(String original) {
    List<SalaryToken> tokens = SalaryTokens.of(beginning(original));
    List<SalaryAmount> amounts = SalaryAmount.in(tokens);
    for (int i = 0; i < amounts.size(); i++) {
      SalaryAmount first = amounts.get(i);
      Optional<SalaryAmount> second =
          i + 1 < amounts.size() && isRange(tokens, first, amounts.get(i + 1))
              ? Optional.of(amounts.get(i + 1))
              : Optional.empty();
      if (first.hasCurrency() || second.isPresent() && second.get().hasCurrency()) {
        return second.isPresent() ? range(tokens, first, second.get()) : single(tokens, first);
      }
    }
    return Optional.empty();
  }

  /** The beginning of a long text, up to a blank, lest a number be cut in two. */
  private static String beginning(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int blank = text.lastIndexOf(' ', LONGEST);
    return blank < 0 ? "" : text.substring(0, blank);
  }

  private static Optional<Salary> single(List<SalaryToken> tokens, SalaryAmount amount) {
    BigDecimal value = amount.multiplied();
    boolean most = isQualified(tokens, amount, AT_MOST);
    boolean least = amount.atLeast() || isQualified(tokens, amount, AT_LEAST);
    return salary(
        tokens,
        amount,
        amount,
        most ? Optional.empty() : Optional.of(value),
        least && !most ? Optional.empty() : Optional.of(value));
  }

  private static Optional<Salary> range(
      List<SalaryToken> tokens, SalaryAmount first, SalaryAmount second) {
    BigDecimal low = first.multiplied();
    BigDecimal high = second.multiplied();
    if (first.times().isEmpty()) {
      // "$40 - $60k" and "45-50.000 €" mean thousands on both sides, "$950 - $1.2k" does not.
      Optional<BigDecimal> times =
          second
              .times()
              .or(
                  () ->
                      high.compareTo(LEAST_OF_A_YEAR) < 0
                          ? Optional.empty()
                          : Optional.of(THOUSAND));
      BigDecimal raised = first.withTimes(times).multiplied();
      low = raised.compareTo(high) <= 0 && low.compareTo(THOUSAND) < 0 ? raised : low;
    }
    boolean shortened = second.times().isEmpty() && high.compareTo(low) < 0;
    BigDecimal most =
        shortened ? second.withTimes(first.times()).multiplied() : high; // "$90k - 120"
    return salary(tokens, first, second, Optional.of(low), Optional.of(most));
  }

  private static Optional<Salary> salary(
      List<SalaryToken> tokens,
      SalaryAmount first,
      SalaryAmount last,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max) {
    Optional<String> currency = currency(first, last);
    if (currency.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal largest = max.or(() -> min).orElse(BigDecimal.ZERO);
    return new SalaryPeriodText(tokens, first, last)
        .period(() -> bySize(currency.get(), largest))
        .filter(period -> period != PayPeriod.YEAR || largest.compareTo(THOUSAND) >= 0)
        .flatMap(period -> Salary.of(min, max, currency.get(), period));
  }

  private static Optional<PayPeriod> bySize(String currency, BigDecimal largest) {
    if (!TOLD_BY_SIZE.contains(currency)) {
      return Optional.empty();
    }
    if (largest.compareTo(LEAST_OF_A_YEAR) >= 0) {
      return Optional.of(PayPeriod.YEAR);
    }
    return largest.compareTo(MOST_OF_AN_HOUR) < 0 ? Optional.of(PayPeriod.HOUR) : Optional.empty();
  }

  /** The one currency of both, where a bare {@code $} is any dollar, else that of the USA. */
  private static Optional<String> currency(SalaryAmount first, SalaryAmount last) {
    var codes = new HashSet<>(first.currencies());
    codes.addAll(last.currencies());
    boolean bare = codes.remove("$");
    if (codes.size() > 1 || codes.contains("?") || bare && !DOLLARS.containsAll(codes)) {
      return Optional.empty();
    }
    return Optional.of(codes.isEmpty() ? "USD" : codes.iterator().next());
  }

  private static boolean isRange(
      List<SalaryToken> tokens, SalaryAmount first, SalaryAmount second) {
    if (second.start() - first.end() > 8) {
      return false;
    }
    boolean joined = false;
    for (SalaryToken token : tokens.subList(first.end(), second.start())) {
      boolean joins =
          token.isMark('-')
              || token.isMark('…')
              || token.isWord(UNTIL)
              || token.isWord(AND) && isQualified(tokens, first, BETWEEN);
      boolean between =
          token.isMark('/')
              || token.isMark('.')
              || token.isWord(IN_A_RANGE)
              || SalaryPeriodText.isOfPeriod(token);
      if (!joins && !between) {
        return false;
      }
      joined |= joins;
    }
    return joined;
  }

  /** Whether one of some words stands before an amount, as in "up to $50". */
  private static boolean isQualified(
      List<SalaryToken> tokens, SalaryAmount amount, Set<String> words) {
    for (int i = amount.start() - 1; i >= Math.max(0, amount.start() - 4); i--) {
      SalaryToken token = tokens.get(i);
      if (token.isWord(words)) {
        return true;
      }
      boolean passed =
          token.isWord(BETWEEN_QUALIFIER_AND_AMOUNT)
              || token.isMark('.')
              || token.isMark(':')
              || token.isMark('\'');
      if (!passed) {
        return false;
      }
    }
    return false;
  }
}
