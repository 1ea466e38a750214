package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.numbers.Table.Cell;
import dev.peregrine.host.numbers.Table.Column;
import dev.peregrine.host.numbers.Table.Row;
import dev.peregrine.host.pipeline.Journeys.Counted;
import dev.peregrine.host.pipeline.Journeys.FoundCount;
import dev.peregrine.host.pipeline.Journeys.Outcome;
import dev.peregrine.host.pipeline.Journeys.Path;
import dev.peregrine.host.pipeline.Journeys.Standing;
import dev.peregrine.host.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How many of the found jobs got how far. */
final class Funnel {

  /** After applying; invited is a survey or anything further. */
  static final List<Stage> STEPS =
      List.of(
          Stage.APPLIED,
          Stage.SURVEY,
          Stage.PHONE_SCREEN,
          Stage.INTERVIEWING,
          Stage.OFFER,
          Stage.HIRED);

  private Funnel() {}

  /** Applications that got so far or further. */
  static Predicate<Path> reached(Stage stage) {
    return path -> path.through().getLast().compareTo(stage) >= 0;
  }

  static Table of(Counted counted, Links links) {
    List<FoundCount> found = counted.found();
    var rows = new ArrayList<Row>();
    long all = sum(found, count -> true);
    long kept = sum(found, count -> count.standing() != Standing.HIDDEN);
    long approved =
        sum(
            found,
            count -> count.standing() == Standing.APPROVED || count.standing() == Standing.APPLIED);
    add(rows, "found", t("numbers.step-found"), all, all, links.to("found"));
    add(rows, "kept", t("numbers.step-kept"), kept, all, links.to("found", "standing", "kept"));
    add(
        rows,
        "approved",
        t("numbers.step-approved"),
        approved,
        kept,
        links.to("found", "standing", "chosen"));
    long before = approved;
    for (Stage step : STEPS) {
      long reached = counted.paths().stream().filter(reached(step)).mapToLong(Path::jobs).sum();
      String label = step == Stage.SURVEY ? Said.outcome(Outcome.INVITED) : Said.stage(step);
      String key = step == Stage.SURVEY ? "invited" : step.key();
      add(rows, key, label, reached, before, links.to("reached", "key", step.key()));
      before = reached;
    }
    return new Table(
        "funnel",
        t("numbers.funnel"),
        List.of(
            new Column("step", t("numbers.column-step")),
            new Column("jobs", t("numbers.column-jobs")),
            new Column("of_step_before_percent", t("numbers.column-of-before"))),
        rows);
  }

  private static void add(
      List<Row> rows, String key, String label, long jobs, long before, String href) {
    Cell share = key.equals("found") ? new Cell("", null, "") : Said.share(jobs, before);
    rows.add(new Row(key, List.of(Cell.of(label), Said.count(jobs, href), share)));
  }

  private static long sum(List<FoundCount> found, Predicate<FoundCount> which) {
    return found.stream().filter(which).mapToLong(FoundCount::jobs).sum();
  }
}
