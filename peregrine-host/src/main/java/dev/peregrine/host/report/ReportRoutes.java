package dev.peregrine.host.report;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.host.exports.Applicant;
import dev.peregrine.host.exports.Authorities;
import dev.peregrine.host.exports.Authority;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Paperwork;
import dev.peregrine.host.exports.WorkSearches;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.report.ReportPage.Choice;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The report of a work search: whose columns, which days, which format. */
public final class ReportRoutes implements Routes {

  private static final String HERE = "/report";

  private final WorkSearches searches;
  private final Exports exports;
  private final Paperwork paperwork;
  private final Authorities authorities = new Authorities();

  /** What was chosen. */
  private record Chosen(
      Span span, Authority authority, List<ExportFormat> formats, Optional<ExportFormat> format) {

    String query() {
      return "period=%s&from=%s&to=%s&authority=%s"
              .formatted(span.key(), span.from(), span.to(), encoded(authority.key()))
          + format.map(each -> "&format=" + encoded(each.exporter())).orElse("");
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  public ReportRoutes(WorkSearches searches, Exports exports, Paperwork paperwork) {
    this.searches = searches;
    this.exports = exports;
    this.paperwork = paperwork;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.findables(
        (words, most) ->
            List.of(
                Findable.at(
                        Findable.Kind.PAGE,
                        t("exports.report"),
                        t("exports.report-about"),
                        Icon.FILE,
                        HERE)
                    .alsoBy(t("exports.report-words"))));
    routes.get(HERE, this::show);
    routes.get(HERE + "/download", this::download);
  }

  private Chosen chosen(Visit visit) {
    List<Authority> all = authorities.all();
    List<ExportFormat> formats = exports.formats(Kind.WORK_SEARCH);
    String usual =
        Language.current().locale().getLanguage().equals("de") ? "allgemein" : Authorities.USUAL;
    return new Chosen(
        Span.of(
            visit.value("period"), visit.value("from"), visit.value("to"), visit.times().today()),
        find(all, visit.value("authority")).or(() -> find(all, usual)).orElseGet(all::getFirst),
        formats,
        formats.stream()
            .filter(format -> format.exporter().equals(visit.value("format")))
            .findFirst()
            .or(() -> formats.stream().findFirst()));
  }

  private static Optional<Authority> find(List<Authority> all, String key) {
    return all.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  private void show(Visit visit) throws InterruptedException {
    Chosen chosen = chosen(visit);
    Optional<Applicant> applicant = paperwork.applicant();
    // The table can be looked at before the person said who they are.
    ExportRequest.WorkSearch report =
        report(visit, chosen, applicant.orElse(new Applicant("–", List.of(), List.of(), "", "")));
    String problem =
        applicant.isEmpty()
            ? t("exports.no-name")
            : chosen.format().isEmpty() ? t("exports.no-exporter") : "";
    Span span = chosen.span();
    visit.show(
        new ReportPage(
            visit.shell(t("exports.report"), "apply"),
            Span.KEYS.stream()
                .map(key -> new Choice(key, t("exports.period-" + key), key.equals(span.key())))
                .toList(),
            span.from().toString(),
            span.to().toString(),
            t(
                "exports.from-to",
                "from",
                visit.times().day(span.from()),
                "to",
                visit.times().day(span.to())),
            authorities.all().stream()
                .map(
                    each ->
                        new Choice(
                            each.key(), each.name(), each.key().equals(chosen.authority().key())))
                .toList(),
            chosen.formats().stream()
                .map(
                    each ->
                        new Choice(
                            each.exporter(),
                            each.name(),
                            chosen.format().equals(Optional.of(each))))
                .toList(),
            report.columns().stream().map(ExportRequest.Column::heading).toList(),
            report.rows(layout(visit, chosen)),
            report.notes(),
            problem,
            problem.isEmpty() ? HERE + "/download?" + chosen.query() : ""));
  }

  private ExportRequest.WorkSearch report(Visit visit, Chosen chosen, Applicant applicant) {
    return searches.of(
        chosen.authority(),
        applicant,
        chosen.span().from(),
        chosen.span().to(),
        visit.times().zone());
  }

  private Layout layout(Visit visit, Chosen chosen) throws InterruptedException {
    return new Layout(
        chosen.authority().language(),
        visit.times().zone(),
        paperwork.paper(Language.current().locale()),
        Optional.empty(),
        t("exports.report"));
  }

  private void download(Visit visit) throws ExtensionException, InterruptedException {
    Chosen chosen = chosen(visit);
    Optional<Applicant> applicant = paperwork.applicant();
    if (applicant.isEmpty() || chosen.format().isEmpty()) {
      throw new NoSuchPageException("document", "report");
    }
    Written written =
        exports.write(
            report(visit, chosen, applicant.get()),
            chosen.format().get(),
            layout(visit, chosen),
            paperwork.name(
                t("exports.report") + " " + chosen.span().from() + " " + chosen.span().to(),
                visit.times().zone()));
    visit.keep(written.name(), written.mediaType(), written.bytes());
  }
}
