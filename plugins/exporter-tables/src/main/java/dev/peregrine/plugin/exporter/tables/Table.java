package dev.peregrine.plugin.exporter.tables;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.Salary;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Job;
import dev.peregrine.api.export.ExportRequest.Step;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.scoring.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A list, before it is known in which format it stands.
 *
 * @param name of the sheet
 * @param rows of as many cells as there are headings
 */
record Table(String name, List<Cell> headings, List<List<Cell>> rows) {

  static Table of(ExportRequest request, Layout layout) throws ExtensionException {
    Words words = Words.in(layout.locale());
    return switch (request) {
      case ExportRequest.Jobs jobs ->
          new Table(
              words.jobs(),
              words.columns().stream().map(Cell::text).toList(),
              jobs.jobs().stream().map(job -> row(job, layout)).toList());
      case ExportRequest.WorkSearch search ->
          new Table(
              words.report(),
              search.columns().stream().map(column -> Cell.text(column.heading())).toList(),
              search.rows(layout).stream()
                  .map(row -> row.stream().map(Cell::text).toList())
                  .toList());
      default ->
          throw new ExtensionException(
              ExtensionException.Kind.UNSUPPORTED,
              "A table holds no \"%s\", expected a list of jobs or a report. Choose another format."
                  .formatted(request.kind()));
    };
  }

  private static List<Cell> row(Job job, Layout layout) {
    Posting posting = job.posting();
    Optional<Salary> salary = posting.salary();
    Optional<Step> last =
        job.history().isEmpty() ? Optional.empty() : Optional.of(job.history().getLast());
    return List.of(
        Cell.text(job.id()),
        Cell.text(posting.title()),
        Cell.text(posting.company()),
        Cell.text(posting.places().stream().map(Place::text).collect(Collectors.joining("; "))),
        Cell.text(posting.remote().map(Table::word)),
        Cell.text(last.map(Step::text).orElse(job.stage())),
        Cell.day(last.map(step -> day(step.at(), layout))),
        Cell.number(job.score().flatMap(Table::points)),
        Cell.number(salary.flatMap(Salary::min)),
        Cell.number(salary.flatMap(Salary::max)),
        Cell.text(salary.map(pay -> pay.currency().getCurrencyCode())),
        Cell.text(salary.map(pay -> word(pay.period()))),
        Cell.text(
            posting.employmentTypes().stream().map(Table::word).collect(Collectors.joining("; "))),
        Cell.day(posting.posted()),
        Cell.day(posting.closes().map(moment -> day(moment, layout))),
        Cell.day(Optional.of(day(job.found(), layout))),
        Cell.text(job.board()),
        Cell.text(posting.url().toString()),
        Cell.text(posting.applyUrl().map(Object::toString)),
        Cell.text(job.notes()));
  }

  private static LocalDate day(Instant moment, Layout layout) {
    return moment.atZone(layout.zone()).toLocalDate();
  }

  private static Optional<BigDecimal> points(Score score) {
    return score instanceof Score.Match match
        ? Optional.of(BigDecimal.valueOf(match.value()).setScale(1, RoundingMode.HALF_UP))
        : Optional.empty();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
