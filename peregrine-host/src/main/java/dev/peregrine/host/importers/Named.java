package dev.peregrine.host.importers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows whose cells have names, as programs keep them, made a list with columns. */
final class Named {

  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Sheet.Row> rows = new ArrayList<>();
  private long more;

  /** Adds a row; what has no column yet gets one. */
  void add(Map<String, String> cells) {
    if (rows.size() >= Sheet.MOST_ROWS) {
      more++;
      return;
    }
    var row = new ArrayList<String>();
    cells.forEach(
        (name, value) -> {
          if (!columns.containsKey(name) && columns.size() < Sheet.MOST_COLUMNS) {
            columns.put(name, columns.size());
          }
          Integer at = columns.get(name);
          if (at != null) {
            while (row.size() <= at) {
              row.add("");
            }
            row.set(at, Sheet.cell(value));
          }
        });
    rows.add(new Sheet.Row(rows.size() + 1, row));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void leftOut(long rowsMore) {
    more += rowsMore;
  }

  Sheet sheet(Kind kind) {
    return new Sheet(kind, List.copyOf(columns.keySet()), rows, Optional.empty(), (char) 0, more);
  }
}
