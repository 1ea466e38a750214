package dev.peregrine.host.earlier;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.backup.Backups;
import dev.peregrine.host.web.Times;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reports as a person reads them. */
record Shows(Times times, Backups backups) {

  private static final int MOST_LINES = 40;

  ImportPage.Shown of(Report report, String source) {
    var groups = new ArrayList<ImportPage.Group>();
    group(groups, t("earlier.unread"), t("earlier.unread-more"), report.unread());
    group(
        groups,
        report.dry() ? t("earlier.odd-would") : t("earlier.odd-did"),
        t("earlier.odd-more"),
        counts(report.odd()));
    group(groups, t("earlier.different"), t("earlier.different-more"), report.different());
    group(groups, t("earlier.stages"), "", stages(report));
    group(
        groups,
        t("earlier.kept"),
        t("earlier.kept-more", "folder", report.folder()),
        counts(report.kept()));
    group(
        groups,
        t("earlier.secrets"),
        report.dry() ? t("earlier.secrets-would") : t("earlier.secrets-did"),
        report.secrets());
    var notes = new ArrayList<>(report.notes());
    notes.add(t("earlier.zone", "zone", report.zone()));
    notes.add(t("earlier.scores"));
    group(groups, t("earlier.notes"), "", notes);
    return new ImportPage.Shown(
        source,
        times.moment(report.at()),
        sentence(report),
        report.lines().stream()
            .map(
                line ->
                    new ImportPage.Row(
                        capital(line.what()),
                        number(line.found()),
                        number(line.added()),
                        number(line.joined()),
                        number(line.same())))
            .toList(),
        groups,
        undo(report));
  }

  private static String sentence(Report report) {
    String what =
        report.lines().stream()
            .filter(line -> line.added() + line.joined() > 0)
            .map(
                line ->
                    line.joined() == 0
                        ? t("earlier.count", "kind", line.what(), "count", line.added())
                        : t(
                            "earlier.count-further",
                            "kind",
                            line.what(),
                            "count",
                            line.added(),
                            "further",
                            line.joined()))
            .collect(Collectors.joining(", "));
    if (what.isEmpty()) {
      return t("earlier.nothing-new");
    }
    return report.dry() ? t("earlier.new-would", "what", what) : t("earlier.new-did", "what", what);
  }

  private String undo(Report report) {
    boolean there =
        !report.before().isEmpty() && Files.exists(backups.folder().resolve(report.before()));
    return there ? report.before() : "";
  }

  private static List<String> stages(Report report) {
    return report.stages().stream()
        .map(
            count ->
                "%s %s"
                    .formatted(
                        number(count.n()),
                        count.what().equals("pending")
                            ? "in review"
                            : count.what().replace('_', ' ')))
        .toList();
  }

  private static List<String> counts(List<Report.Count> counts) {
    return counts.stream().map(count -> number(count.n()) + " × " + count.what()).toList();
  }

  private static void group(
      List<ImportPage.Group> groups, String head, String about, List<String> lines) {
    if (!lines.isEmpty()) {
      var shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
      if (lines.size() > MOST_LINES) {
        shown.add(t("earlier.more", "count", lines.size() - MOST_LINES));
      }
      groups.add(new ImportPage.Group(head, about, List.copyOf(shown)));
    }
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
