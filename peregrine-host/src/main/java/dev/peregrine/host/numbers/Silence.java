package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.numbers.Table.Cell;
import dev.peregrine.host.numbers.Table.Column;
import dev.peregrine.host.numbers.Table.Row;
import dev.peregrine.host.pipeline.Division;
import dev.peregrine.host.pipeline.Journeys.Counted;
import dev.peregrine.host.pipeline.Journeys.End;
import dev.peregrine.host.pipeline.Journeys.Path;
import dev.peregrine.host.pipeline.Journeys.SentCount;
import dev.peregrine.host.pipeline.Journeys.SpentCount;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Who did not answer, and how long answers take. */
final class Silence {

  private Silence() {}

  /** Applications that have waited for a first answer for at least so many days. */
  private static long waiting(Counted counted, long days) {
    return counted.sent().stream()
        .filter(count -> count.division() == Division.WAITING)
        .filter(count -> Long.parseLong(count.key()) >= days)
        .mapToLong(SentCount::jobs)
        .sum();
  }

  static List<String> sentences(Counted counted) {
    OptionalLong half = Spells.quantile(counted, "answer", .5);
    OptionalLong most = Spells.quantile(counted, "answer", .9);
    if (half.isEmpty() || most.isEmpty()) {
      long answers =
          counted.spent().stream()
              .filter(count -> count.span().equals("answer"))
              .mapToLong(SpentCount::jobs)
              .sum();
      return List.of(t("numbers.answers-too-few", "count", answers));
    }
    return List.of(
        t(
            "numbers.answers-took",
            "half",
            Said.days(half.getAsLong()),
            "most",
            Said.days(most.getAsLong())));
  }

  static Table table(Counted counted, Links links) {
    var rows = new ArrayList<Row>();
    rows.add(row("waiting", t("numbers.waiting"), waiting(counted, 0), links.sent("waiting", "0")));
    OptionalLong most = Spells.quantile(counted, "answer", .9);
    if (most.isPresent()) {
      long days = most.getAsLong() + 1;
      rows.add(
          row(
              "longer",
              t("numbers.waiting-longer", "days", days),
              waiting(counted, days),
              links.sent("waiting", Long.toString(days))));
    }
    for (long days : List.of(30L, 60L)) {
      if (most.isEmpty() || most.getAsLong() + 1 < days) {
        rows.add(
            row(
                "days_" + days,
                t("numbers.waiting-days", "days", days),
                waiting(counted, days),
                links.sent("waiting", Long.toString(days))));
      }
    }
    long ghosted =
        counted.paths().stream()
            .filter(path -> path.end() == End.GHOSTED)
            .mapToLong(Path::jobs)
            .sum();
    rows.add(row("ghosted", t("numbers.ghosted"), ghosted, links.to("end", "key", "ghosted")));
    return new Table(
        "silence",
        t("numbers.silence"),
        List.of(
            new Column("what", t("numbers.column-what")),
            new Column("jobs", t("numbers.column-jobs"))),
        rows);
  }

  private static Row row(String key, String label, long jobs, String href) {
    return new Row(key, List.of(Cell.of(label), Said.count(jobs, href)));
  }
}
