package dev.peregrine.plugin.exporter.tables;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sheet of a workbook. Its first row stays in sight and filters the others.
 *
 * @param paper number of the size of a printed page
 */
record Sheet(Table table, int paper) {

  /** Day 0 of spreadsheets, which take 1900 for a leap year. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final int WIDEST = 50;

  String xml() {
    var xml = new StringBuilder(1000);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        .append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    xml.append("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    xml.append(
        "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
    columns(xml);
    xml.append("<sheetData>");
    row(xml, 1, table.headings(), 1);
    for (int i = 0; i < table.rows().size(); i++) {
      row(xml, i + 2, table.rows().get(i), 3);
    }
    xml.append("</sheetData>");
    if (!table.headings().isEmpty()) {
      String last = name(table.headings().size() - 1) + (table.rows().size() + 1);
      xml.append("<autoFilter ref=\"A1:").append(last).append("\"/>");
    }
    xml.append("<pageSetup paperSize=\"").append(paper);
    xml.append("\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    return xml.toString();
  }

  private void columns(StringBuilder xml) {
    if (table.headings().isEmpty()) {
      return;
    }
    xml.append("<cols>");
    for (int i = 0; i < table.headings().size(); i++) {
      int column = i;
      int widest =
          IntStream.concat(
                  IntStream.of(wide(table.headings().get(i))),
                  table.rows().stream().limit(200).mapToInt(row -> wide(row.get(column))))
              .max()
              .orElse(0);
      xml.append(
          "<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
              .formatted(i + 1, Math.min(WIDEST, widest + 2)));
    }
    xml.append("</cols>");
  }

  private static int wide(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> text.text().length();
      case Cell.Number number -> number.number().toPlainString().length();
      case Cell.Day day -> 10;
    };
  }

  private static void row(StringBuilder xml, int number, List<Cell> cells, int look) {
    xml.append("<row r=\"").append(number).append("\">");
    for (int i = 0; i < cells.size(); i++) {
      cell(xml, name(i) + number, cells.get(i), look);
    }
    xml.append("</row>");
  }

  private static void cell(StringBuilder xml, String place, Cell cell, int look) {
    switch (cell) {
      case Cell.Number number ->
          xml.append("<c r=\"")
              .append(place)
              .append("\"><v>")
              .append(number.number().toPlainString())
              .append("</v></c>");
      case Cell.Day day ->
          xml.append("<c r=\"")
              .append(place)
              .append("\" s=\"2\"><v>")
              .append(ChronoUnit.DAYS.between(DAY_ZERO, day.day()))
              .append("</v></c>");
      case Cell.Text text -> {
        if (!text.text().isEmpty()) {
          xml.append("<c r=\"")
              .append(place)
              .append("\" s=\"")
              .append(look)
              .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
              .append(escaped(text.text()))
              .append("</t></is></c>");
        }
      }
    }
  }

  /** A text that looks like an escaped sign is escaped itself. */
  private static String escaped(String text) {
    return Xml.text(text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"));
  }

  /** A, B, …, Z, AA, … */
  static String name(int column) {
    String last = Character.toString('A' + column % 26);
    return column < 26 ? last : name(column / 26 - 1) + last;
  }
}
