package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.api.Place;
import dev.peregrine.api.export.ExportRequest.Job;
import dev.peregrine.api.export.ExportRequest.Jobs;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.document.fonts.FontFamily;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;

/** A list of jobs as a table. */
record JobTable(Jobs jobs, Layout layout) implements Text {

  @Override
  public String author() {
    return "";
  }

  @Override
  public void setOn(Press press) throws IOException {
    Words words = Words.in(layout.locale());
    Style plain = Style.of(FontFamily.SANS, 8.5f);
    press.text(layout.title(), Style.of(FontFamily.SANS, 18).tight().inBold(), "H1");
    press.gap(10);
    if (jobs.jobs().isEmpty()) {
      press.text(words.of("none"), plain, "P");
      return;
    }
    List<String> head =
        List.of(
            words.of("title"),
            words.of("company"),
            words.of("place"),
            words.of("stage"),
            words.of("score"),
            words.of("found"));
    List<List<String>> rows = Cells.of(jobs.jobs().stream().map(this::row).toList());
    press.table(head, rows, Cells.shares(head, rows), plain);
  }

  private List<String> row(Job job) {
    return List.of(
        job.posting().title(),
        job.posting().company().orElse(""),
        job.posting().places().stream().map(Place::text).collect(Collectors.joining("; ")),
        job.history().isEmpty() ? job.stage().replace('_', ' ') : job.history().getLast().text(),
        job.score()
            .map(
                score ->
                    switch (score) {
                      case Score.Match match -> Long.toString(Math.round(match.value()));
                      case Score.None none -> "–";
                    })
            .orElse(""),
        DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
            .withLocale(layout.locale())
            .format(job.found().atZone(layout.zone())));
  }
}
