package dev.peregrine.host.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table as RFC 4180 has it: what programs read, in no language. */
final class Csv {

  private Csv() {}

  static String of(Table table) {
    var lines = new ArrayList<String>();
    lines.add(
        "key,"
            + table.columns().stream()
                .map(column -> quoted(column.key()))
                .collect(Collectors.joining(",")));
    for (Table.Row row : table.rows()) {
      List<String> values = new ArrayList<>();
      values.add(quoted(row.key()));
      for (Table.Cell cell : row.cells()) {
        Object value = cell.value();
        values.add(
            value == null ? "" : value instanceof Number ? value.toString() : quoted("" + value));
      }
      lines.add(String.join(",", values));
    }
    return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String quoted(String text) {
    // A table that is opened in a spreadsheet must not calculate what a board is called.
    String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
