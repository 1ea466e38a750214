package dev.peregrine.integration.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A row to write, whose cells are what the table's columns hold, the external id among them.
 *
 * @param remoteId a hint from before
 * @param cells by the id of their column
 */
public record FittedRow(String externalId, Optional<String> remoteId, Map<String, Cell> cells) {

  public FittedRow {
    cells = Map.copyOf(cells);
  }

  /** What a tracker of its own way still makes of a cell. */
  @FunctionalInterface
  public interface Finish {
    Cell of(Cell cell, Column column) throws ExtensionException;
  }

  /**
   * The rows of a push that can be written. The others are told as failed.
   *
   * @param table as it is now
   * @throws ExtensionException where the column of the external ids is not there
   */
  public static List<FittedRow> of(
      Tracker.Push push, TrackerTarget table, Finish finish, Consumer<PushOutcome> done)
      throws ExtensionException {
    Column idColumn = idColumn(table, push.idColumn());
    var fitted = new ArrayList<FittedRow>();
    for (TrackerRow row : push.rows()) {
      try {
        var cells = new HashMap<String, Cell>();
        for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
          Column column = column(table, cell.getKey());
          cells.put(cell.getKey(), finish.of(Cells.fitted(cell.getValue(), column), column));
        }
        cells.put(push.idColumn(), Cells.fitted(new Cell.Text(row.externalId()), idColumn));
        fitted.add(new FittedRow(row.externalId(), row.remoteId(), cells));
      } catch (ExtensionException unfit) {
        done.accept(new PushOutcome.Failed(row.externalId(), unfit));
      }
    }
    return List.copyOf(fitted);
  }

  /**
   * The column that holds the external ids.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} where it is gone or holds no text
   */
  public static Column idColumn(TrackerTarget table, String id) throws ExtensionException {
    Column column =
        find(table, id)
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.BAD_SETTINGS,
                        "Table \"%s\" has no column for Peregrine's ids any more. Choose the table again, so that one is added."
                            .formatted(table.name())));
    if (column.kind() != TrackerTarget.Kind.TEXT && column.kind() != TrackerTarget.Kind.TITLE) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Column \"%s\" is for Peregrine's ids, expected a column of text. Make it one again, or choose the table again."
              .formatted(column.name()));
    }
    return column;
  }

  /** The column of that id, where it is there. */
  public static Optional<Column> find(TrackerTarget table, String id) {
    return table.columns().stream()
        .filter(column -> column.id().filter(id::equals).isPresent())
        .findFirst();
  }

  /**
   * The column of that id.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} where it is not there any more
   */
  public static Column column(TrackerTarget table, String id) throws ExtensionException {
    return find(table, id)
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.BAD_SETTINGS,
                    "Table \"%s\" has the column \"%s\" no more, expected the columns that were chosen. Choose others."
                        .formatted(table.name(), id)));
  }
}
