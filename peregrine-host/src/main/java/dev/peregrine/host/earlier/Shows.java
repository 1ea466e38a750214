package dev.peregrine.host.earlier;

import dev.peregrine.host.backup.Backups;
import dev.peregrine.host.web.Times;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reports as a person reads them. */
record Shows(Times times, Backups backups) {

  private static final int MOST_LINES = 40;

  ImportPage.Shown of(Report report, String source) {
    var groups = new ArrayList<ImportPage.Group>();
    group(
        groups,
        "Could not be read",
        "It was left out, and nothing else because of it.",
        report.unread());
    group(
        groups,
        report.dry() ? "Would not come as it stands there" : "Did not come as it stood there",
        "Taken as far as it goes; the whole row is kept as it was found.",
        counts(report.odd()));
    group(
        groups,
        "Here already, and different",
        "What you have here stays. What stood there is kept beside.",
        report.different());
    group(groups, "Where jobs stand", "", stages(report));
    group(
        groups,
        "Kept for later",
        "There is no place for these in Peregrine yet. They are kept whole in %s, and go along in backups."
            .formatted(report.folder()),
        counts(report.kept()));
    group(
        groups,
        "Keys and passwords",
        report.dry()
            ? "They would be sealed in the secret store and stand nowhere else."
            : "They are sealed in the secret store and stand nowhere else. Taking the import back leaves them; forget them under Settings → Secrets.",
        report.secrets());
    var notes = new ArrayList<>(report.notes());
    notes.add(
        "Times without a zone were read as those of %s, days as their beginning."
            .formatted(report.zone()));
    notes.add("Scores came along and are made anew with your résumé here.");
    group(groups, "Good to know", "", notes);
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
    String said = Earlier.sentence(report);
    return report.dry() && said.startsWith("New:") ? "Would be new:" + said.substring(4) : said;
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
        shown.add("and %s more".formatted(number(lines.size() - MOST_LINES)));
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
