package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.numbers.Table.Cell;
import dev.peregrine.host.numbers.Table.Column;
import dev.peregrine.host.numbers.Table.Row;
import dev.peregrine.host.pipeline.Division;
import dev.peregrine.host.pipeline.Journeys.Counted;
import dev.peregrine.host.pipeline.Journeys.SpentCount;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How long applications stay where they are. */
final class Spells {

  private static final List<String> SPANS =
      List.of("answer", "applied", "survey", "phone_screen", "interviewing", "offer");

  private Spells() {}

  /** Days in their order, each with how many took so long. */
  private static List<SpentCount> of(Counted counted, String span) {
    return counted.spent().stream().filter(count -> count.span().equals(span)).toList();
  }

  private static long size(List<SpentCount> counts) {
    return counts.stream().mapToLong(SpentCount::jobs).sum();
  }

  /** So many days at most that share of them took; empty where there are too few. */
  static OptionalLong quantile(Counted counted, String span, double share) {
    List<SpentCount> counts = of(counted, span);
    long size = size(counts);
    if (size < Said.FEWEST) {
      return OptionalLong.empty();
    }
    double upTo = Math.ceil(share * size);
    long seen = 0;
    for (SpentCount count : counts) {
      seen += count.jobs();
      if (seen >= upTo) {
        return OptionalLong.of(count.days());
      }
    }
    throw new IllegalStateException("A share of more than one: " + share);
  }

  static Table table(Counted counted, Links links) {
    var rows = new ArrayList<Row>();
    for (String span : SPANS) {
      long size = size(of(counted, span));
      long here =
          span.equals("answer")
              ? 0
              : counted.sent().stream()
                  .filter(count -> count.division() == Division.STAGE && count.key().equals(span))
                  .mapToLong(count -> count.jobs())
                  .sum();
      if (size > 0 || here > 0) {
        rows.add(
            new Row(
                span,
                List.of(
                    Cell.of(t("numbers.span-" + span.replace('_', '-'))),
                    days(counted, span, .25, size),
                    days(counted, span, .5, size),
                    days(counted, span, .75, size),
                    Said.count(size, ""),
                    span.equals("answer")
                        ? new Cell("", null, "")
                        : Said.count(here, links.sent("stage", span)))));
      }
    }
    return new Table(
        "time",
        t("numbers.time"),
        List.of(
            new Column("span", t("numbers.column-span")),
            new Column("quarter_days", t("numbers.column-quarter")),
            new Column("median_days", t("numbers.column-median")),
            new Column("three_quarters_days", t("numbers.column-three-quarters")),
            new Column("of", t("numbers.column-of")),
            new Column("here", t("numbers.column-here"))),
        rows);
  }

  private static Cell days(Counted counted, String span, double share, long size) {
    OptionalLong days = quantile(counted, span, share);
    return days.isPresent()
        ? new Cell(Said.days(days.getAsLong()), days.getAsLong(), "")
        : new Cell(t("numbers.too-few", "count", size), null, "");
  }
}
