package dev.peregrine.plugin.board.greenhouse;

import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pay: a field of a posting read alone, or the block that Greenhouse sets into the description. */
final class PayRange {

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:class=\"title\"[^>]*>(?<title>[^<]{0,200})</div>\\s*)?<div class=\"pay-range\"[^>]*>(?<range>.{1,400}?)</div>",
          Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\b([A-Z]{3})\\s*$");
  private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,]*(?:\\.\\d{1,2})?");

  private PayRange() {}

  /**
   * The first range of {@code pay_input_ranges}. Its title says the period, such as {@code Annual
   * Salary}; without one the amount does.
   */
  static Optional<Salary> stated(Json posting) {
    Json range = posting.at("pay_input_ranges").at(0);
    Optional<String> currency = range.at("currency_type").text();
    Optional<BigDecimal> min = range.at("min_cents").number().map(cents -> cents.movePointLeft(2));
    Optional<BigDecimal> max = range.at("max_cents").number().map(cents -> cents.movePointLeft(2));
    Optional<PayPeriod> period =
        range
            .at("title")
            .text()
            .flatMap(PayPeriod::parse)
            .or(() -> max.or(() -> min).flatMap(PayRange::usualPeriod));
    return period.flatMap(known -> currency.flatMap(code -> Salary.of(min, max, code, known)));
  }

  /** The first pay block in a description. */
  static Optional<Salary> inDescription(String html) {
    Matcher block = BLOCK.matcher(html);
    if (!block.find()) {
      return Optional.empty();
    }
    String range =
        block.group("range").replaceAll("<[^>]*>", " ").replaceAll("&[a-z]+;", " ").strip();
    Optional<PayPeriod> said = Optional.ofNullable(block.group("title")).flatMap(PayPeriod::parse);
    return salary(range, said).map(salary -> salary.withOrigin(Salary.Origin.DESCRIPTION));
  }

  private static Optional<Salary> salary(String range, Optional<PayPeriod> said) {
    Matcher code = CODE.matcher(range);
    if (!code.find()) {
      // Without a code the sign tells the currency, and telling signs is the API's.
      String period = said.map(p -> " per " + p.name().toLowerCase(Locale.ROOT)).orElse("");
      return Salary.parse(range.replaceAll("\\s+", " - ") + period);
    }
    var amounts = AMOUNT.matcher(range).results().map(PayRange::amount).limit(2).toList();
    if (amounts.isEmpty()) {
      return Optional.empty();
    }
    return said.or(() -> usualPeriod(amounts.getLast()))
        .flatMap(
            period ->
                Salary.of(
                    Optional.of(amounts.getFirst()),
                    Optional.of(amounts.getLast()),
                    code.group(1),
                    period));
  }

  private static BigDecimal amount(MatchResult match) {
    return new BigDecimal(match.group().replace(",", ""));
  }

  private static Optional<PayPeriod> usualPeriod(BigDecimal amount) {
    if (amount.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
      return Optional.of(PayPeriod.YEAR);
    }
    return amount.compareTo(BigDecimal.valueOf(200)) < 0
        ? Optional.of(PayPeriod.HOUR)
        : Optional.empty();
  }
}
