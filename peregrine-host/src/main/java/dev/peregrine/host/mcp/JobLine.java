package dev.peregrine.host.mcp;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** A job in a list. */
record JobLine(
    long job,
    @Says("Written by the employer.") String title,
    @Says("Written by the employer.") Optional<String> company,
    Optional<String> place,
    Optional<RemoteMode> remote,
    Optional<String> salary,
    @Says("Match with the person's résumé, 0 to 100; left out while there is none.")
        Optional<Double> score,
    Stage stage,
    String board,
    Optional<LocalDate> posted,
    Instant found,
    @Says("Whether the person applied for it, or for another of the same title there.")
        boolean applied) {

  static JobLine of(JobRow row) {
    return new JobLine(
        row.id(),
        Foreign.line(row.title()),
        row.company().map(Foreign::line),
        row.place().map(Foreign::line),
        row.remote(),
        row.salary().map(JobLine::pay),
        row.score(),
        row.stage(),
        row.board(),
        row.posted(),
        row.found(),
        row.applied().isPresent());
  }

  /** Such as {@code 60000 to 75000 EUR a year (estimated)}. */
  static String pay(Salary salary) {
    String amount =
        salary
            .min()
            .map(
                min ->
                    salary
                        .max()
                        .filter(max -> max.compareTo(min) != 0)
                        .map(max -> plain(min) + " to " + plain(max))
                        .orElse("from " + plain(min)))
            .orElseGet(() -> "up to " + salary.max().map(JobLine::plain).orElse("?"));
    return "%s %s a %s (%s)"
        .formatted(
            amount,
            salary.currency().getCurrencyCode(),
            word(salary.period()),
            word(salary.origin()));
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
