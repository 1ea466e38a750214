package dev.peregrine.plugin.exporter.tables;

import java.util.List;
import java.util.stream.Collectors;

/** A table as text with a separator between its values. */
record Csv(char separator) {

  /** Without it, Excel takes the text for one in the code page of the machine. */
  private static final String MARK = "\ufeff";

  String of(Table table) {
    return MARK
        + line(table.headings())
        + table.rows().stream().map(this::line).collect(Collectors.joining());
  }

  private String line(List<Cell> cells) {
    return cells.stream()
            .map(this::value)
            .collect(Collectors.joining(Character.toString(separator)))
        + "\r\n";
  }

  private String value(Cell cell) {
    return switch (cell) {
      case Cell.Number number -> number.number().toPlainString();
      case Cell.Day day -> day.day().toString();
      case Cell.Text text -> quoted(harmless(text.text()));
    };
  }

  /** Spreadsheets take a text that begins so for a formula, and would run a stranger's. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private String quoted(String text) {
    boolean plain =
        text.chars().noneMatch(sign -> sign == separator || "\"\n\r\t".indexOf(sign) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
