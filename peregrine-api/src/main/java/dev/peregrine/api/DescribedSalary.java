package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the pay in the running text of a posting. A text names many sums: revenue, funding,
 * bonuses. Only one that stands in a sentence about pay, and in none about those, is taken.
 */
final class DescribedSalary {

  private static final int LONGEST = 100_000;
  private static final int BEFORE = 90;
  private static final int AFTER = 90;

  /** As far as a currency stands from its digits: {@code 90 k EUR}. */
  private static final int AROUND = 6;

  private static final int MOST_SUMS = 40;
  private static final BigDecimal LEAST_A_YEAR = BigDecimal.valueOf(5_000);
  private static final BigDecimal MOST_A_YEAR = BigDecimal.valueOf(2_000_000);
  private static final BigDecimal WIDEST = BigDecimal.valueOf(5);

  private static final Pattern SUM =
      Pattern.compile(
          "(?:[$€£]|\\b(?:USD|EUR|GBP|CHF|CAD|AUD)\\b)\\s?\\d|\\d\\s?k?\\s?(?:€|£|\\b(?:EUR|USD|GBP|CHF|CAD|AUD)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PAY =
      Pattern.compile(
          "\\b(?:salar(?:y|ies)|pay|paid|compensation|wages?|remuneration|earn|base|rate|gehalt\\w*"
              + "|jahres\\w*|brutto\\w*|vergütung|verdienst\\w*|lohn|stundenlohn|entgelt|salaire|rémunération|salario|retribuzione)\\b"
              + "|\\bper (?:hour|year|annum|month)\\b|\\b(?:annually|hourly|yearly)\\b|\\bp\\.\\s?a\\.|/\\s?(?:hr|hour|yr|year)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern NO_PAY =
      Pattern.compile(
          "\\b(?:revenue|turnover|umsatz|rais(?:ed|ing)|funding|funded|valuation|valued|arr|invest\\w*|series [a-f]"
              + "|sign-?on|signing|bonus(?:es)?|commission|budget\\w*|stipend|allowance|reimburs\\w*|equity|relocation"
              + "|deductible|premium|insurance|donat\\w*|prize|award|grants?|referral|credits?|million|billion|mrd|mio|bn"
              + "|customers?|deals?|quota|portfolio|assets|savings?|fine|penalty|401)\\b|\\d\\s?(?:m|bn?)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern END_OF_SENTENCE = Pattern.compile("[\\n\\r;•]|[.!?]\\s+(?=\\p{Lu})");

  private DescribedSalary() {}

  static Optional<Salary> in(String text) {
    String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Matcher sum = SUM.matcher(read).useTransparentBounds(true);
    int from = 0;
    for (int sums = 0; sums < MOST_SUMS && findNext(sum, read, from); sums++) {
      int start = startOfSentence(read, sum.start());
      int end = endOfSentence(read, sum.end());
      Optional<Salary> found = of(read.substring(start, end));
      if (found.isPresent()) {
        return found;
      }
      from = Math.max(end, sum.end());
    }
    return Optional.empty();
  }

  /**
   * Looks around digits only: most of a text has none, and the pattern would try all of it, which
   * took longer than all else that is done with a posting.
   */
  private static boolean findNext(Matcher sum, String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (!isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      sum.region(Math.max(from, at - AROUND), Math.min(text.length(), end + AROUND));
      if (sum.find()) {
        return true;
      }
      at = end;
    }
    return false;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static Optional<Salary> of(String sentence) {
    boolean isPay = PAY.matcher(sentence).find() && !NO_PAY.matcher(sentence).find();
    return isPay
        ? Salary.parse(sentence)
            .filter(DescribedSalary::isPlausible)
            .map(salary -> salary.withOrigin(Salary.Origin.DESCRIPTION))
        : Optional.empty();
  }

  private static boolean isPlausible(Salary salary) {
    Optional<BigDecimal> low = salary.annualMin();
    Optional<BigDecimal> high = salary.annualMax();
    boolean inBounds =
        low.or(() -> high).filter(least -> least.compareTo(LEAST_A_YEAR) >= 0).isPresent()
            && high.or(() -> low).filter(most -> most.compareTo(MOST_A_YEAR) <= 0).isPresent();
    return inBounds
        && (low.isEmpty()
            || high.isEmpty()
            || high.get().compareTo(low.get().multiply(WIDEST)) <= 0);
  }

  private static int startOfSentence(String text, int sum) {
    int earliest = Math.max(0, sum - BEFORE);
    Matcher end = END_OF_SENTENCE.matcher(text).region(earliest, sum);
    int start = earliest;
    while (end.find()) {
      start = end.end();
    }
    return start;
  }

  private static int endOfSentence(String text, int sum) {
    int latest = Math.min(text.length(), sum + AFTER);
    Matcher end = END_OF_SENTENCE.matcher(text).region(sum, latest);
    return end.find() ? end.start() : latest;
  }
}
