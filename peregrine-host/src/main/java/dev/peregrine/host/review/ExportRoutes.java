package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.JobRecords;
import dev.peregrine.host.exports.Paperwork;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A list of Review as a file. */
public final class ExportRoutes implements Routes {

  /** What a person waits for; more is for the command line. */
  private static final int MOST = 500;

  private final Jobs jobs;
  private final PluginRuntime plugins;
  private final Exports exports;
  private final Paperwork paperwork;

  public ExportRoutes(Jobs jobs, PluginRuntime plugins, Exports exports, Paperwork paperwork) {
    this.jobs = jobs;
    this.plugins = plugins;
    this.exports = exports;
    this.paperwork = paperwork;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/review/export", this::show);
    routes.get("/review/export/file", this::download);
  }

  private void show(Visit visit) {
    ReviewQuery query = ReviewQuery.of(visit);
    long total = jobs.page(query.filter(), Optional.empty(), 1).total();
    boolean all = total >= 0 && total <= MOST;
    visit.show(
        new ExportPage(
            visit.shell(t("exports.export-list"), "review"),
            all
                ? t("exports.export-about", "count", total)
                : t("exports.export-first", "count", MOST),
            query.said(new BoardNames(plugins)),
            formats().stream()
                .map(format -> new ExportPage.Choice(format.exporter(), format.name()))
                .toList(),
            query.given(),
            query.path()));
  }

  /** Tables first: that is what lists are wanted for. */
  private List<ExportFormat> formats() {
    return exports.formats(Kind.JOBS).stream()
        .sorted(
            Comparator.comparingInt(
                format ->
                    switch (format.format()) {
                      case "xlsx" -> 0;
                      case "csv" -> 1;
                      default -> 2;
                    }))
        .toList();
  }

  private void download(Visit visit) throws ExtensionException, InterruptedException {
    ReviewQuery query = ReviewQuery.of(visit);
    ExportFormat format =
        formats().stream()
            .filter(each -> each.exporter().equals(visit.value("format")))
            .findFirst()
            .orElseThrow(() -> new NoSuchPageException("format", visit.value("format")));
    JobPage page = jobs.page(query.filter(), Optional.empty(), MOST);
    var request =
        new ExportRequest.Jobs(
            page.rows().stream()
                .flatMap(row -> jobs.findById(row.id()).stream())
                .map(JobRecords::of)
                .toList());
    Locale locale = Language.current().locale();
    Written written =
        exports.write(
            request,
            format,
            new Layout(
                locale,
                visit.times().zone(),
                paperwork.paper(locale),
                Optional.empty(),
                t("exports.list")),
            paperwork.name(t("exports.list"), visit.times().zone()));
    visit.keep(written.name(), written.mediaType(), written.bytes());
  }
}
