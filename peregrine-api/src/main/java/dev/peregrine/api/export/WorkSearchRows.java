package dev.peregrine.api.export;

import dev.peregrine.api.Place;
import dev.peregrine.api.export.ExportRequest.Fact;
import dev.peregrine.api.export.ExportRequest.Job;
import dev.peregrine.api.export.ExportRequest.Step;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the rows of a report out of the steps of its period. */
record WorkSearchRows(ExportRequest.WorkSearch search, ExporterContext.Layout layout) {

  /** A step with the job that it was taken for. */
  private record Taken(Job job, Step step) {}

  List<List<String>> rows() {
    return search.jobs().stream()
        .flatMap(job -> job.history().stream().map(step -> new Taken(job, step)))
        .filter(taken -> isWithin(day(taken.step())))
        .sorted(Comparator.comparing(taken -> taken.step().at()))
        .map(this::row)
        .toList();
  }

  private boolean isWithin(LocalDate day) {
    return !day.isBefore(search.from()) && !day.isAfter(search.to());
  }

  private LocalDate day(Step step) {
    return step.at().atZone(layout.zone()).toLocalDate();
  }

  private List<String> row(Taken taken) {
    return search.columns().stream().map(column -> cell(column.fact(), taken)).toList();
  }

  private String cell(Fact fact, Taken taken) {
    Job job = taken.job();
    return switch (fact) {
      case DATE ->
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
              .withLocale(layout.locale())
              .format(day(taken.step()));
      case STEP -> taken.step().text();
      case COMPANY -> job.posting().company().orElse("");
      case TITLE -> job.posting().title();
      case PLACE ->
          job.posting().places().stream().map(Place::text).collect(Collectors.joining("; "));
      case BOARD -> job.board();
      case ADDRESS -> job.posting().url().toString();
      case CONTACT -> job.posting().applyUrl().orElse(job.posting().url()).toString();
      case RESULT -> job.history().getLast().text();
      case NOTES -> job.notes().orElse("");
      case BLANK -> "";
    };
  }
}
