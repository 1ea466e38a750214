package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts of money as people write them. */
final class SalaryText {

  private static final int LONGEST = 200;

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("us$", "USD"),
          Map.entry("ca$", "CAD"),
          Map.entry("c$", "CAD"),
          Map.entry("a$", "AUD"),
          Map.entry("au$", "AUD"),
          Map.entry("nz$", "NZD"),
          Map.entry("s$", "SGD"),
          Map.entry("hk$", "HKD"),
          Map.entry("r$", "BRL"),
          Map.entry("$", "USD"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("¥", "JPY"),
          Map.entry("zł", "PLN"),
          Map.entry("fr.", "CHF"));

  private static final String SIGN =
      "(?:us\\$|ca\\$|c\\$|au\\$|a\\$|nz\\$|s\\$|hk\\$|r\\$|\\$|€|£|₹|¥|zł)";
  private static final String CODE =
      "(?:usd|eur|gbp|cad|aud|nzd|chf|pln|inr|sgd|sek|nok|dkk|czk|jpy|brl|mxn|zar|hkd|ils|huf|ron)";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<before>%s|%s)?\\s{0,2}(?<number>\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,3})?)\\s?(?<k>k)?(?![\\d%%])\\s{0,2}(?<after>%s|%s)?(?![\\p{L}&&[^k]])"
              .formatted(SIGN, CODE, SIGN, CODE));
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?");

  private SalaryText() {}

  private record Amount(BigDecimal value, boolean thousands, Optional<String> currency) {}

  static Optional<Salary> read(String original) {
    String text =
        (original.length() > LONGEST ? original.substring(0, LONGEST) : original)
            .toLowerCase(Locale.ROOT);
    List<Amount> amounts = amounts(text);
    Optional<String> currency =
        amounts.stream().flatMap(amount -> amount.currency().stream()).findFirst();
    if (amounts.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    Amount first = amounts.getFirst();
    Optional<Amount> second =
        amounts.size() > 1 && isRange(text) ? Optional.of(amounts.get(1)) : Optional.empty();
    // "$40 - $60k" and "$90k - 120" mean thousands on both sides.
    boolean thousands = first.thousands() || second.map(Amount::thousands).orElse(false);
    BigDecimal low = scaled(first, thousands);
    Optional<BigDecimal> high = second.map(amount -> scaled(amount, thousands));
    Optional<PayPeriod> period = period(text, high.orElse(low));
    if (period.isEmpty()) {
      return Optional.empty();
    }
    boolean upTo =
        high.isEmpty() && Pattern.compile("\\b(?:up to|max|bis zu|bis)\\b").matcher(text).find();
    return Salary.of(
        upTo ? Optional.empty() : Optional.of(low),
        upTo
            ? Optional.of(low)
            : high.or(() -> isOpenEnded(text) ? Optional.empty() : Optional.of(low)),
        currency.get(),
        period.get());
  }

  private static List<Amount> amounts(String text) {
    var found = new ArrayList<Amount>();
    Matcher matcher = AMOUNT.matcher(text);
    while (matcher.find() && found.size() < 2) {
      String sign =
          matcher.group("before") != null ? matcher.group("before") : matcher.group("after");
      Optional<String> currency =
          Optional.ofNullable(sign).map(s -> SIGNS.getOrDefault(s, s.toUpperCase(Locale.ROOT)));
      if (currency.isEmpty()
          && found.isEmpty()
          && matcher.group("k") == null
          && !text.contains("-")
          && !text.contains("–")) {
        continue; // "3 days a week for $50 an hour": a bare number before the money is not money
      }
      found.add(new Amount(value(matcher.group("number")), matcher.group("k") != null, currency));
    }
    return found;
  }

  private static BigDecimal value(String number) {
    if (GROUPED.matcher(number).matches()) {
      int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
      boolean cents = last >= 0 && number.length() - last - 1 < 3;
      String whole = (cents ? number.substring(0, last) : number).replaceAll("\\D", "");
      return new BigDecimal(cents ? whole + "." + number.substring(last + 1) : whole);
    }
    return new BigDecimal(number.replace(',', '.'));
  }

  private static BigDecimal scaled(Amount amount, boolean thousands) {
    boolean apply = thousands && amount.value().compareTo(BigDecimal.valueOf(1000)) < 0;
    return apply
        ? amount.value().multiply(BigDecimal.valueOf(1000)).stripTrailingZeros()
        : amount.value();
  }

  private static boolean isRange(String text) {
    return text.matches(
        "(?s).*\\d\\s?k?[^\\d]{0,12}(?:-|–|—|\\bto\\b|\\bbis\\b|\\band\\b|\\bund\\b).*");
  }

  private static boolean isOpenEnded(String text) {
    return text.contains("+")
        || Pattern.compile("\\b(?:from|ab|min|starting)\\b").matcher(text).find();
  }

  private static Optional<PayPeriod> period(String text, BigDecimal largest) {
    String words = text.replace("p.a.", " annual ").replace("/", " ");
    Optional<PayPeriod> said = PayPeriod.parse(words);
    if (said.isPresent()) {
      return said;
    }
    if (largest.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
      return Optional.of(PayPeriod.YEAR);
    }
    return largest.compareTo(BigDecimal.valueOf(200)) < 0
        ? Optional.of(PayPeriod.HOUR)
        : Optional.empty();
  }
}
