package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.DocumentsFile;
import dev.peregrine.host.config.DocumentsFile.Choices;
import dev.peregrine.host.config.DocumentsFile.PaperChoice;
import dev.peregrine.host.exports.DocumentName;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Arrays;
import java.util.List;

/** What files of documents are named after, and on which paper they are. */
public final class DocumentsRoutes implements Routes {

  static final String HERE = "/settings/documents";

  private final DocumentsFile file;
  private List<SettingsEntry> entries = List.of();

  public DocumentsRoutes(DocumentsFile file) {
    this.file = file;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("exports.documents"), HERE, 25, this::said));
    routes.get(
        HERE,
        visit -> {
          Choices now = file.current();
          visit.show(page(visit, pattern(now), now.paper(), "", file.problem().orElse("")));
        });
    routes.post(HERE, this::save);
  }

  private static String pattern(Choices choices) {
    return choices.fileName().isEmpty() ? DocumentName.USUAL : choices.fileName();
  }

  private String said() {
    Choices now = file.current();
    return file.problem().orElseGet(() -> pattern(now) + " · " + said(now.paper()));
  }

  private static String said(PaperChoice paper) {
    return switch (paper) {
      case COUNTRY -> t("exports.paper-country");
      case A4 -> t("exports.a4");
      case US_LETTER -> t("exports.us-letter");
    };
  }

  private DocumentsPage page(
      Visit visit, String pattern, PaperChoice paper, String error, String problem) {
    var example =
        new DocumentName(
            pattern,
            t("exports.letter"),
            "Ada Lovelace",
            "Northwind",
            "Analyst",
            visit.times().today());
    return new DocumentsPage(
        visit.shell(t("exports.documents"), "settings"),
        SettingsNav.of(entries, HERE),
        pattern,
        DocumentName.isPattern(pattern) ? example.file("pdf") : "",
        Arrays.stream(PaperChoice.values())
            .map(each -> new DocumentsPage.Choice(each.key(), said(each), each == paper))
            .toList(),
        error,
        problem);
  }

  private void save(Visit visit) {
    String pattern = visit.value("file-name");
    PaperChoice paper =
        Arrays.stream(PaperChoice.values())
            .filter(each -> each.key().equals(visit.value("paper")))
            .findFirst()
            .orElse(PaperChoice.COUNTRY);
    if (!pattern.isEmpty() && !DocumentName.isPattern(pattern)) {
      String error = t("exports.file-name-none", "pattern", pattern, "usual", DocumentName.USUAL);
      visit.show(422, page(visit, pattern, paper, error, ""));
      return;
    }
    try {
      file.save(new Choices(pattern.equals(DocumentName.USUAL) ? "" : pattern, paper));
      visit.go(HERE, Toast.of(t("exports.saved")));
    } catch (ConfigException broken) {
      visit.show(
          409,
          page(visit, pattern, paper, "", broken.sentence() + " " + t("settings.nothing-saved")));
    }
  }
}
