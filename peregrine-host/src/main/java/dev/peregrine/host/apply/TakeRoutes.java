package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.applications.Paper;
import dev.peregrine.host.applications.RefusedPaperException;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Paperwork;
import dev.peregrine.host.exports.Prepared;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes letter and résumé and puts them with the application, so that what was sent can be seen
 * later byte for byte.
 */
public final class TakeRoutes implements Routes {

  /** What can be written, in the order in which it is offered. */
  private static final List<ExportRequest.Kind> KINDS =
      List.of(ExportRequest.Kind.LETTER, ExportRequest.Kind.RESUME, ExportRequest.Kind.APPLICATION);

  private final Workspace workspace;
  private final Applications applications;
  private final Exports exports;
  private final Paperwork paperwork;

  public TakeRoutes(
      Workspace workspace, Applications applications, Exports exports, Paperwork paperwork) {
    this.workspace = workspace;
    this.applications = applications;
    this.exports = exports;
    this.paperwork = paperwork;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.post("/apply/{id}/papers/make", this::make);
  }

  /** What can be written, for a form. */
  static List<SendPage.Option> options(Exports exports) {
    return KINDS.stream()
        .flatMap(
            kind ->
                exports.formats(kind).stream()
                    .map(
                        format ->
                            new SendPage.Option(
                                key(kind) + ":" + format.exporter(),
                                t(
                                    "apply.document-as",
                                    "what",
                                    t("apply.paper-" + key(kind)),
                                    "format",
                                    format.name()))))
        .toList();
  }

  private static String key(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void make(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    visit.go(SendRoutes.path(job.id()) + "#papers", Toast.of(made(visit, job)));
  }

  /** What became of it, as a sentence. */
  private String made(Visit visit, Job job) throws InterruptedException {
    String[] document = visit.value("document").split(":", 2);
    Optional<ExportRequest.Kind> kind =
        KINDS.stream().filter(each -> key(each).equals(document[0])).findFirst();
    Optional<ExportFormat> format =
        kind.isEmpty() || document.length < 2
            ? Optional.empty()
            : exports.find(kind.get(), document[1]);
    if (kind.isEmpty() || format.isEmpty()) {
      return t("apply.no-such-document");
    }
    return switch (paperwork.prepare(job, kind.get(), visit.times().zone())) {
      case Prepared.Blocked blocked -> t("apply.letter-blocked");
      case Prepared.Missing missing -> missing(missing.part());
      case Prepared.Ready ready -> take(visit, job, kind.get(), ready, format.get());
    };
  }

  private static String missing(Prepared.Part part) {
    return switch (part) {
      case LETTER -> t("apply.no-letter");
      case RESUME -> t("apply.no-resume");
      case NAME -> t("apply.no-name");
    };
  }

  private String take(
      Visit visit, Job job, ExportRequest.Kind kind, Prepared.Ready ready, ExportFormat format)
      throws InterruptedException {
    try {
      Written written =
          exports.write(
              ready.request(),
              format,
              new ExporterContext.Layout(
                  ready.language(),
                  visit.times().zone(),
                  sheet(visit),
                  Optional.of(visit.value("template")).filter(format::has),
                  ready.title()),
              ready.name());
      Paper kept = applications.papers().wrote(job.id(), Paper.Kind.valueOf(kind.name()), written);
      return t("apply.put-along", "name", kept.name());
    } catch (ExtensionException | PluginBugException | RefusedPaperException failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  private ExporterContext.Paper sheet(Visit visit) throws InterruptedException {
    Optional<ExporterContext.Paper> asked =
        Arrays.stream(ExporterContext.Paper.values())
            .filter(each -> key(each).replace('_', '-').equals(visit.value("paper")))
            .findFirst();
    return asked.isPresent() ? asked.get() : paperwork.paper(Language.current().locale());
  }
}
