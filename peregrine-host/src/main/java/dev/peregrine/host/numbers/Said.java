package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.numbers.Table.Cell;
import dev.peregrine.host.pipeline.Journeys.End;
import dev.peregrine.host.pipeline.Journeys.Outcome;
import dev.peregrine.host.pipeline.Journeys.Standing;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.texts.Numbers;
import java.util.Locale;

/** How numbers and the words beside them are said. */
final class Said {

  /** With fewer, a share says more about chance than about anything else. */
  static final int FEWEST = 5;

  private Said() {}

  static String stage(Stage stage) {
    return t("review.stage-" + word(stage));
  }

  static String outcome(Outcome outcome) {
    return t("numbers.outcome-" + word(outcome));
  }

  static String standing(Standing standing) {
    return t("numbers.standing-" + word(standing));
  }

  static String end(End end) {
    return t("numbers.end-" + word(end));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A number of jobs, with the way to them. */
  static Cell count(long jobs, String href) {
    return new Cell(Numbers.n(jobs), jobs, jobs == 0 ? "" : href);
  }

  /** A share, or that there are too few for one. */
  static Cell share(long part, long whole) {
    if (whole < FEWEST) {
      return new Cell(
          whole == 0 ? t("numbers.nothing") : t("numbers.too-few", "count", whole), null, "");
    }
    double percent = 100.0 * part / whole;
    return new Cell(percent(part, whole), Math.round(percent * 10) / 10.0, "");
  }

  static String percent(long part, long whole) {
    return t("numbers.percent", "percent", Math.round(100.0 * part / whole));
  }

  static String days(long days) {
    return t("numbers.days", "days", days);
  }
}
