package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Paperwork;
import dev.peregrine.host.exports.Prepared;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The tab with the documents: seen as they will be, and had as files. */
public final class FilesRoutes implements Routes {

  /** A page that shows more of a text than anybody reads is only slow. */
  private static final int MOST_SHOWN = 100_000;

  private final Workspace workspace;
  private final Exports exports;
  private final Paperwork paperwork;

  public FilesRoutes(Workspace workspace, Exports exports, Paperwork paperwork) {
    this.workspace = workspace;
    this.exports = exports;
    this.paperwork = paperwork;
  }

  @Override
  public void add(RouteRegistry routes) {
    workspace.tab(new ApplyTab("files", 50, () -> t("exports.tab-files"), job -> TabState.NONE));
    routes.get("/apply/{id}/files", this::show);
    routes.get("/apply/{id}/files/preview", this::preview);
    routes.get("/apply/{id}/files/download", this::download);
  }

  private void show(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    FilesPart part = part(visit, job);
    if (visit.wantsParts()) {
      visit.parts(part);
    } else {
      visit.show(new FilesPage(workspace.frame(visit, job, "files"), part));
    }
  }

  private FilesPart part(Visit visit, Job job) throws InterruptedException {
    Kind kind = FilesChoice.kind(visit, usual(visit, job));
    List<ExportFormat> formats = exports.formats(kind);
    FilesChoice choice = FilesChoice.of(visit, kind, formats, paper());
    var draft = new FilesDraft(job.id(), choice, formats);
    if (choice.format().isEmpty()) {
      return draft.failed(
          t("exports.no-exporter"),
          Optional.of(new FilesPart.Fix(t("exports.to-plugins"), "/plugins")));
    }
    return switch (paperwork.prepare(job, kind, visit.times().zone())) {
      case Prepared.Blocked blocked -> draft.blocked(blocked.why());
      case Prepared.Missing missing -> draft.missing(missing.part());
      case Prepared.Ready ready -> shown(visit, draft, ready, choice);
    };
  }

  private FilesPart shown(Visit visit, FilesDraft draft, Prepared.Ready ready, FilesChoice choice)
      throws InterruptedException {
    ExportFormat format = choice.format().orElseThrow();
    String name = ready.name().file(format.extension());
    if (isPage(format)) {
      return draft.framed(name);
    }
    if (!isText(format)) {
      return draft.unseen(name);
    }
    try {
      byte[] bytes = write(visit, ready, choice).bytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      return draft.text(
          name, text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text);
    } catch (ExtensionException | PluginBugException failed) {
      return draft.failed(String.valueOf(failed.getMessage()), Optional.empty());
    }
  }

  private static boolean isPage(ExportFormat format) {
    return format.mediaType().equals("application/pdf") || format.mediaType().equals("text/html");
  }

  private static boolean isText(ExportFormat format) {
    return format.mediaType().startsWith("text/") || format.mediaType().endsWith("json");
  }

  /** All that there is, as far as it may be seen. */
  private Kind usual(Visit visit, Job job) throws InterruptedException {
    for (Kind kind : FilesChoice.KINDS) {
      if (paperwork.prepare(job, kind, visit.times().zone()) instanceof Prepared.Ready) {
        return kind;
      }
    }
    return Kind.LETTER;
  }

  private void preview(Visit visit) throws InterruptedException {
    try {
      Written written = written(visit);
      visit.preview(written.mediaType(), written.bytes());
    } catch (ExtensionException | PluginBugException failed) {
      // Within the frame, where it would have stood.
      visit.preview(
          "text/plain;charset=utf-8",
          String.valueOf(failed.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void download(Visit visit) throws ExtensionException, InterruptedException {
    Written written = written(visit);
    visit.keep(written.name(), written.mediaType(), written.bytes());
  }

  private Written written(Visit visit) throws ExtensionException, InterruptedException {
    Job job = workspace.job(visit);
    Kind kind = FilesChoice.kind(visit, Kind.LETTER);
    FilesChoice choice = FilesChoice.of(visit, kind, exports.formats(kind), paper());
    if (choice.format().isPresent()
        && paperwork.prepare(job, kind, visit.times().zone()) instanceof Prepared.Ready ready) {
      return write(visit, ready, choice);
    }
    throw new NoSuchPageException("document", FilesChoice.key(kind));
  }

  private Written write(Visit visit, Prepared.Ready ready, FilesChoice choice)
      throws ExtensionException, InterruptedException {
    return exports.write(
        ready.request(),
        choice.format().orElseThrow(),
        new Layout(
            ready.language(),
            visit.times().zone(),
            choice.paper(),
            choice.template(),
            ready.title()),
        ready.name());
  }

  private Paper paper() throws InterruptedException {
    return paperwork.paper(Language.current().locale());
  }
}
