package dev.peregrine.plugin.integration.googlesheets;

import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.wire.JsonObject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Single changes of a sheet, of which one update makes many. */
final class SheetRequests {

  private SheetRequests() {}

  /** Cells of one row, by the places of their columns; those side by side in one request. */
  static List<JsonObject> cells(long sheet, long row, SortedMap<Integer, Cell> cells, ZoneId zone) {
    var requests = new ArrayList<JsonObject>();
    var run = new ArrayList<JsonObject>();
    int from = -1;
    String fields = "";
    for (Map.Entry<Integer, Cell> cell : cells.entrySet()) {
      String needed = SheetCells.fields(cell.getValue());
      if (!run.isEmpty() && (cell.getKey() != from + run.size() || !needed.equals(fields))) {
        requests.add(update(sheet, row, from, run, fields));
        run.clear();
      }
      if (run.isEmpty()) {
        from = cell.getKey();
        fields = needed;
      }
      run.add(SheetCells.written(cell.getValue(), zone));
    }
    if (!run.isEmpty()) {
      requests.add(update(sheet, row, from, run, fields));
    }
    return List.copyOf(requests);
  }

  private static JsonObject update(
      long sheet, long row, int from, List<JsonObject> values, String fields) {
    return new JsonObject()
        .object(
            "updateCells",
            new JsonObject()
                .object(
                    "range",
                    new JsonObject()
                        .whole("sheetId", sheet)
                        .whole("startRowIndex", row)
                        .whole("endRowIndex", row + 1)
                        .whole("startColumnIndex", from)
                        .whole("endColumnIndex", (long) from + values.size()))
                .objects("rows", List.of(new JsonObject().objects("values", values)))
                .text("fields", fields));
  }

  /** Puts Peregrine's mark on a column. */
  static JsonObject mark(long sheet, int place, TrackerTarget.Kind kind, String id) {
    return new JsonObject()
        .object(
            "createDeveloperMetadata",
            new JsonObject()
                .object(
                    "developerMetadata",
                    new JsonObject()
                        .text("metadataKey", Sheet.MARK)
                        .text("metadataValue", kind + " " + id)
                        .object(
                            "location",
                            new JsonObject()
                                .object(
                                    "dimensionRange", range(sheet, "COLUMNS", place, place + 1L)))
                        .text("visibility", "DOCUMENT")));
  }

  /** Makes the grid larger. */
  static JsonObject grow(long sheet, String dimension, long count) {
    return new JsonObject()
        .object(
            "appendDimension",
            new JsonObject()
                .whole("sheetId", sheet)
                .text("dimension", dimension)
                .whole("length", count));
  }

  /** Hides a row, or shows it again. */
  static JsonObject hide(long sheet, long row, boolean hidden) {
    return new JsonObject()
        .object(
            "updateDimensionProperties",
            new JsonObject()
                .object("range", range(sheet, "ROWS", row, row + 1))
                .object("properties", new JsonObject().flag("hiddenByUser", hidden))
                .text("fields", "hiddenByUser"));
  }

  private static JsonObject range(long sheet, String dimension, long from, long to) {
    return new JsonObject()
        .whole("sheetId", sheet)
        .text("dimension", dimension)
        .whole("startIndex", from)
        .whole("endIndex", to);
  }
}
