package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A number in a text about pay, with the currency and the multiplier that stand at it.
 *
 * @param value as written, not multiplied
 * @param times what multiplies it: 1,000 for {@code k}; empty where nothing is written
 * @param currencies those that stand at it, as {@link SalaryToken.Money#code}
 * @param atLeast whether a {@code +} is attached
 * @param start index of its first token
 * @param end index behind its last token
 */
record SalaryAmount(
    BigDecimal value,
    Optional<BigDecimal> times,
    Set<String> currencies,
    boolean atLeast,
    int start,
    int end) {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal LAKH = BigDecimal.valueOf(100_000);
  private static final BigDecimal CRORE = BigDecimal.valueOf(10_000_000);

  private static final Map<String, BigDecimal> MULTIPLIERS =
      Map.ofEntries(
          Map.entry("k", THOUSAND),
          Map.entry("tsd", THOUSAND),
          Map.entry("thousand", THOUSAND),
          Map.entry("tausend", THOUSAND),
          Map.entry("lakh", LAKH),
          Map.entry("lakhs", LAKH),
          Map.entry("lac", LAKH),
          Map.entry("lacs", LAKH),
          Map.entry("lpa", LAKH),
          Map.entry("crore", CRORE),
          Map.entry("crores", CRORE),
          Map.entry("cr", CRORE));

  /** Behind these an amount is a company's, not a person's. */
  private static final Set<String> MILLIONS =
      Set.of("m", "mm", "mn", "mio", "million", "millions", "b", "bn", "billion", "billions");

  private static final Set<String> NOT_PAY =
      Set.of("bonus", "sign", "signing", "equity", "funding", "revenue", "referral", "stipend");

  /** The amounts of a text, in their order. */
  static List<SalaryAmount> in(List<SalaryToken> tokens) {
    var amounts = new ArrayList<SalaryAmount>();
    int free = 0; // the first token that no amount has taken
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof SalaryToken.Number number && i >= free) {
        SalaryAmount amount = at(tokens, i, number, free);
        free = amount.end();
        boolean pay =
            free >= tokens.size()
                || !(tokens.get(free).isWord(MILLIONS) || tokens.get(free).isWord(NOT_PAY));
        if (pay) {
          amounts.add(amount);
        }
      }
    }
    return amounts;
  }

  private static SalaryAmount at(
      List<SalaryToken> tokens, int index, SalaryToken.Number number, int free) {
    var currencies = new HashSet<String>();
    int start = index;
    while (start > free && tokens.get(start - 1) instanceof SalaryToken.Money money) {
      currencies.add(money.code());
      start--;
    }
    // "Fr. 5000", "Rs. 20000": the dot belongs to the sign
    if (start - 1 > free
        && tokens.get(start - 1).isMark('.')
        && tokens.get(start - 2) instanceof SalaryToken.Money money) {
      currencies.add(money.code());
      start -= 2;
    }
    int end = index + 1;
    Optional<BigDecimal> times = Optional.empty();
    if (end < tokens.size() && tokens.get(end) instanceof SalaryToken.Word word) {
      times = Optional.ofNullable(MULTIPLIERS.get(word.text()));
      // "lpa" stays to be read as a period
      end += times.isPresent() && !word.text().equals("lpa") ? 1 : 0;
      end +=
          word.text().equals("tsd") && end < tokens.size() && tokens.get(end).isMark('.') ? 1 : 0;
    }
    boolean atLeast = isAttachedPlus(tokens, end);
    end += atLeast ? 1 : 0;
    while (end < tokens.size()
        && tokens.get(end) instanceof SalaryToken.Money money
        && !belongsToNext(tokens, end)) {
      currencies.add(money.code());
      end++;
    }
    if (!atLeast && isAttachedPlus(tokens, end)) {
      atLeast = true;
      end++;
    }
    return new SalaryAmount(number.value(), times, Set.copyOf(currencies), atLeast, start, end);
  }

  private static boolean isAttachedPlus(List<SalaryToken> tokens, int at) {
    return at < tokens.size() && tokens.get(at).isMark('+') && !tokens.get(at).spaced();
  }

  /** The sign in "50 $60" stands before the 60. */
  private static boolean belongsToNext(List<SalaryToken> tokens, int at) {
    return at + 1 < tokens.size()
        && tokens.get(at + 1) instanceof SalaryToken.Number next
        && !next.spaced();
  }

  boolean hasCurrency() {
    return !currencies.isEmpty();
  }

  BigDecimal multiplied() {
    return times.map(value::multiply).orElse(value);
  }

  SalaryAmount withTimes(Optional<BigDecimal> newTimes) {
    return new SalaryAmount(value, newTimes, currencies, atLeast, start, end);
  }
}
