package dev.peregrine.integration.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.PushOutcome.Change;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget.Column;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cells of a tracker: what fits a column, and what is different. */
public final class Cells {

  private Cells() {}

  /**
   * A cell as a column can hold it. Text columns take everything.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} that names the column and what it expects
   */
  public static Cell fitted(Cell cell, Column column) throws ExtensionException {
    if (cell instanceof Cell.Empty) {
      return cell;
    }
    Optional<Cell> fitting =
        switch (column.kind()) {
          case TITLE, TEXT -> Optional.of(new Cell.Text(text(cell)));
          case NUMBER -> Optional.of(cell).filter(Cell.Number.class::isInstance);
          case DATE ->
              Optional.of(cell)
                  .filter(date -> date instanceof Cell.Day || date instanceof Cell.Moment);
          case LINK -> Optional.of(cell).filter(Cell.Link.class::isInstance);
          case CHOICE -> words(cell).filter(words -> words.size() <= 1).map(Cell.Choices::new);
          case CHOICES -> words(cell).map(Cell.Choices::new);
          case CHECK -> Optional.of(cell).filter(Cell.Check.class::isInstance);
          case OTHER -> Optional.empty();
        };
    return fitting.orElseThrow(
        () ->
            new ExtensionException(
                Kind.BAD_SETTINGS,
                "Column \"%s\" holds %s, expected %s. Change the column, or choose another one."
                    .formatted(column.name(), held(column), wanted(cell))));
  }

  /** What is different, by the ids of the columns, in their order. */
  public static List<Change> changes(Map<String, Cell> before, Map<String, Cell> after) {
    var changes = new ArrayList<Change>();
    new TreeMap<>(after)
        .forEach(
            (column, cell) -> {
              Cell former = before.getOrDefault(column, new Cell.Empty());
              if (!same(former, cell)) {
                changes.add(new Change(column, Optional.of(former), cell));
              }
            });
    return List.copyOf(changes);
  }

  /** Whether a person would read the same; services keep moments to the minute. */
  public static boolean same(Cell one, Cell other) {
    if (isBlank(one) || isBlank(other)) {
      return isBlank(one) && isBlank(other);
    }
    if (one instanceof Cell.Number(var number) && other instanceof Cell.Number(var second)) {
      return number.compareTo(second) == 0;
    }
    if (one instanceof Cell.Moment(var moment) && other instanceof Cell.Moment(var second)) {
      return moment.truncatedTo(ChronoUnit.MINUTES).equals(second.truncatedTo(ChronoUnit.MINUTES));
    }
    return one.equals(other);
  }

  /** A cell as people read it. */
  public static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> text;
      case Cell.Number(var number) -> number.stripTrailingZeros().toPlainString();
      case Cell.Day(var day) -> day.toString();
      case Cell.Moment(var moment) -> moment.toString();
      case Cell.Link(var address) -> address.toString();
      case Cell.Choices(var words) -> String.join(", ", words);
      case Cell.Check(boolean checked) -> Boolean.toString(checked);
      case Cell.Empty() -> "";
    };
  }

  private static boolean isBlank(Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> text.isBlank();
      case Cell.Choices(var words) -> words.isEmpty();
      case Cell.Check(boolean checked) -> !checked;
      case Cell.Empty() -> true;
      case Cell.Number _, Cell.Day _, Cell.Moment _, Cell.Link _ -> false;
    };
  }

  private static Optional<List<String>> words(Cell cell) {
    return switch (cell) {
      case Cell.Choices(var words) -> Optional.of(words);
      case Cell.Text(String text) -> Optional.of(text.isBlank() ? List.of() : List.of(text));
      case Cell.Number _, Cell.Day _, Cell.Moment _, Cell.Link _, Cell.Check _, Cell.Empty _ ->
          Optional.empty();
    };
  }

  private static String held(Column column) {
    return switch (column.kind()) {
      case TITLE, TEXT -> "text";
      case NUMBER -> "a number";
      case DATE -> "a date";
      case LINK -> "an address";
      case CHOICE -> "one word of a list";
      case CHOICES -> "words of a list";
      case CHECK -> "a check mark";
      case OTHER -> "something that cannot be written";
    };
  }

  private static String wanted(Cell cell) {
    return switch (cell) {
      case Cell.Text _, Cell.Empty _ -> "text";
      case Cell.Number _ -> "a number";
      case Cell.Day _, Cell.Moment _ -> "a date";
      case Cell.Link _ -> "an address";
      case Cell.Choices _ -> "words of a list";
      case Cell.Check _ -> "a check mark";
    };
  }
}
