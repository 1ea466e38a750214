package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number where it stands.
 *
 * @param value as a number; a percentage as the number before the sign
 * @param spelled whether it is written as a word
 * @param derived whether it does not stand there, but follows from two that do
 */
record Amount(int start, int end, BigDecimal value, Unit unit, boolean spelled, boolean derived) {

  /** What is counted. */
  enum Unit {
    PERCENT,
    MONEY,
    YEARS,
    MONTHS,
    PLAIN
  }

  private static final String DECADE = "a decade";
  private static final Map<String, Integer> SPELLED = inWords();
  private static final String WORDS =
      SPELLED.keySet().stream()
          .sorted((a, b) -> b.length() - a.length())
          .collect(Collectors.joining("|"));
  private static final String SCALE =
      "(?:thousand|million(?:en)?s?|billion(?:en)?s?|milliarden?|hundred|tausend|hundert|dozen|mio\\.?|mrd\\.?|tsd\\.?|mn|bn|k|m)(?![\\p{L}\\p{N}])";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,/#+-])(?<before>[€$£]|(?:eur|usd|gbp|chf) )?\\s?"
              + "(?:(?<digits>\\d{1,3}(?:[.,' ]\\d{3})+(?![\\d])(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d{1,2}(?!\\d))?)"
              + "|(?<word>(?:"
              + WORDS
              + ")(?:[ -](?:hundred|hundert))?(?: (?:and|und) (?:"
              + WORDS
              + "))?)(?![\\p{L}]))"
              + "\\+?(?:[\\s-]?(?<scale>"
              + SCALE
              + "))?\\+?(?:[\\s-]?(?<percent>%|percent\\b|per cent\\b|prozent\\w*|(?:percentage )?points?\\b|prozentpunkte\\w*)"
              + "|[\\s-]?(?<money>[€$£]|(?:eur|euros?|usd|dollars?|gbp|pounds?|chf|francs|franken)\\b)"
              + "|[\\s-]?(?:full |working |long |volle[nr]? )?(?<years>years?\\b|yrs?\\b|jahre?n?\\b|jahrige\\w*|decades?\\b|jahrzehnte?n?\\b)"
              + "|[\\s-]?(?<months>months?\\b|monate?n?\\b))?"
              + "(?![\\p{L}\\p{N}]|[.,/:-]\\d)");

  private static final Pattern CHANGE =
      Pattern.compile(
          "[^.;]{0,25}?\\b(?:to|auf|bis|under|unter|-|–|→|a|a|vers)\\s?(?:under |unter |about |over )?[€$£]?");

  static List<Amount> of(String text) {
    String folded = Fold.same(text);
    var amounts = new ArrayList<Amount>();
    Matcher matcher = AMOUNT.matcher(folded);
    while (matcher.find()) {
      BigDecimal value = value(matcher);
      if (value != null) {
        amounts.add(
            new Amount(
                firstOf(matcher),
                matcher.end(),
                value,
                unit(matcher),
                matcher.group("digits") == null,
                false));
      }
    }
    return withSharedUnits(amounts, folded);
  }

  /** "From 83 to 94 percent": the first is a percentage, too. */
  private static List<Amount> withSharedUnits(List<Amount> amounts, String folded) {
    for (int i = 0; i + 1 < amounts.size(); i++) {
      Amount one = amounts.get(i);
      Amount next = amounts.get(i + 1);
      boolean joined =
          folded
              .substring(one.end, next.start)
              .matches(" (?:to|auf|bis|and|und|or|oder) ?| ?[-–] ?");
      if (joined && one.unit == Unit.PLAIN && !one.isCalendarYear()) {
        amounts.set(
            i, new Amount(one.start, one.end, one.value, next.unit, one.spelled, one.derived));
      }
    }
    return amounts;
  }

  /**
   * With what follows from "from 95 to 38 minutes": by how much that is, as a number and as a
   * percentage. They stand where the second number stands.
   */
  static List<Amount> withDerived(String text) {
    List<Amount> found = of(text).stream().filter(one -> !one.isCalendarYear()).toList();
    var all = new ArrayList<>(of(text));
    String folded = Fold.same(text);
    for (int i = 1; i < found.size(); i++) {
      Amount from = found.get(i - 1);
      Amount to = found.get(i);
      String between = folded.substring(from.end, to.start);
      if (CHANGE.matcher(between).matches() && from.value.signum() > 0) {
        BigDecimal change = to.value.subtract(from.value).abs();
        Unit unit = to.unit == Unit.PLAIN ? from.unit : to.unit;
        all.add(new Amount(to.start, to.end, change, unit, false, true));
        BigDecimal percent =
            change
                .multiply(BigDecimal.valueOf(100))
                .divide(from.value, 0, java.math.RoundingMode.HALF_UP);
        all.add(new Amount(to.start, to.end, percent, Unit.PERCENT, false, true));
      }
    }
    return all;
  }

  private static int firstOf(Matcher matcher) {
    int number = Math.max(matcher.start("digits"), matcher.start("word"));
    int before = matcher.start("before");
    return before < 0 ? number : before;
  }

  private static Unit unit(Matcher matcher) {
    if (matcher.group("percent") != null) {
      return Unit.PERCENT;
    }
    if (matcher.group("years") != null || DECADE.equals(matcher.group("word"))) {
      return Unit.YEARS;
    }
    if (matcher.group("months") != null) {
      return Unit.MONTHS;
    }
    return matcher.group("money") != null || matcher.group("before") != null
        ? Unit.MONEY
        : Unit.PLAIN;
  }

  private static @Nullable BigDecimal value(Matcher matcher) {
    String digits = matcher.group("digits");
    BigDecimal value = digits == null ? word(matcher.group("word")) : number(digits);
    BigDecimal scaled = value.multiply(scale(matcher.group("scale")));
    String years = matcher.group("years");
    return years != null && (years.startsWith("decade") || years.startsWith("jahrzehnt"))
        ? scaled.multiply(BigDecimal.TEN)
        : scaled;
  }

  private static BigDecimal number(String digits) {
    boolean grouped = digits.matches("\\d{1,3}(?:[.,' ]\\d{3})+(?:[.,]\\d{1,2})?");
    if (grouped) {
      Matcher cents = Pattern.compile("[.,](\\d{1,2})$").matcher(digits);
      String whole = cents.find() ? digits.substring(0, cents.start()) : digits;
      String end = whole.equals(digits) ? "" : "." + cents.group(1);
      return new BigDecimal(whole.replaceAll("\\D", "") + end);
    }
    return new BigDecimal(digits.replace(',', '.'));
  }

  private static BigDecimal word(String word) {
    Integer whole = SPELLED.get(word);
    if (whole != null) {
      return BigDecimal.valueOf(whole);
    }
    String[] parts = word.split(" (?:and|und) ", 2);
    String hundreds = parts[0].replaceFirst("[ -](?:hundred|hundert)$", "");
    int first = SPELLED.getOrDefault(hundreds, 1) * (hundreds.equals(parts[0]) ? 1 : 100);
    return BigDecimal.valueOf(first + (parts.length > 1 ? SPELLED.getOrDefault(parts[1], 0) : 0));
  }

  private static BigDecimal scale(@Nullable String scale) {
    if (scale == null) {
      return BigDecimal.ONE;
    }
    return switch (scale.toLowerCase(Locale.ROOT).replace(".", "").replaceAll("s$", "")) {
      case "hundred", "hundert" -> BigDecimal.valueOf(100);
      case "dozen" -> BigDecimal.valueOf(12);
      case "thousand", "tausend", "tsd", "k" -> BigDecimal.valueOf(1_000);
      case "billion", "billionen", "bn", "mrd", "milliarde", "milliarden" ->
          BigDecimal.valueOf(1_000_000_000);
      default -> BigDecimal.valueOf(1_000_000);
    };
  }

  /** Whether it says the same as another, however it is written. */
  boolean says(Amount other) {
    return value.compareTo(other.value) == 0
        && (unit == other.unit
            || (unit != Unit.PERCENT
                && other.unit != Unit.PERCENT
                && !isTime()
                && !other.isTime()));
  }

  boolean isTime() {
    return unit == Unit.YEARS || unit == Unit.MONTHS;
  }

  /** Whether it is a year of the calendar. */
  boolean isCalendarYear() {
    return unit == Unit.PLAIN
        && !spelled
        && end - start == 4
        && value.compareTo(BigDecimal.valueOf(1950)) >= 0
        && value.compareTo(BigDecimal.valueOf(2049)) <= 0;
  }

  private static Map<String, Integer> inWords() {
    var spelled = new HashMap<String, Integer>();
    List<String> english =
        List.of(
            ("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                    + " sixteen seventeen eighteen nineteen")
                .split(" "));
    List<String> german =
        List.of(
            ("zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn"
                    + " sechzehn siebzehn achtzehn neunzehn")
                .split(" "));
    for (int i = 0; i < english.size(); i++) {
      spelled.put(english.get(i), i + 2);
      spelled.put(german.get(i), i + 2);
    }
    String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    String[] zehner = "zwanzig dreisig vierzig funfzig sechzig siebzig achtzig neunzig".split(" ");
    for (int i = 0; i < tens.length; i++) {
      int ten = (i + 2) * 10;
      spelled.put(tens[i], ten);
      spelled.put(zehner[i], ten);
      spelled.put(tens[i] + "-one", ten + 1);
      spelled.put("einund" + zehner[i], ten + 1);
      for (int one = 2; one <= 9; one++) {
        spelled.put(tens[i] + "-" + english.get(one - 2), ten + one);
        spelled.put(tens[i] + " " + english.get(one - 2), ten + one);
        spelled.put(german.get(one - 2) + "und" + zehner[i], ten + one);
      }
    }
    spelled.put("hundred", 100);
    spelled.put("hundert", 100);
    spelled.put(DECADE, 10);
    spelled.put("dozen", 12);
    spelled.put("dutzend", 12);
    spelled.put("a dozen", 12);
    spelled.put("half a dozen", 6);
    spelled.put("ein halbes dutzend", 6);
    spelled.put("a hundred", 100);
    spelled.put("a million", 1_000_000);
    spelled.put("a thousand", 1_000);
    return spelled;
  }
}
