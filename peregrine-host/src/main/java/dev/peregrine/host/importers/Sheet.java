package dev.peregrine.host.importers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list as it stands in a file: columns and rows of text. Nothing of it is trusted.
 *
 * @param header the names of the columns; a column without one has its number
 * @param encoding how its letters are written; empty where the kind of file says so itself
 * @param separator between cells; 0 where it has none
 * @param more how many rows are left out, because there are too many
 */
record Sheet(
    Kind kind,
    List<String> header,
    List<Row> rows,
    Optional<Encoding> encoding,
    char separator,
    long more) {

  static final int MOST_ROWS = 50_000;
  static final int MOST_COLUMNS = 200;
  private static final int LONGEST = 100_000;

  /**
   * One row.
   *
   * @param number as a person counts the lines of a table, its head included
   */
  record Row(int number, List<String> cells) {

    Row {
      cells = List.copyOf(cells);
    }

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  Sheet {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** A cell as it is kept: without signs that nobody can see, and not without end. */
  static String cell(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", "").replace('\u00a0', ' ').strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  /** Some values of a column, the first that differ. */
  List<String> samples(int column, int most) {
    var samples = new ArrayList<String>();
    for (Row row : rows) {
      String value = row.cell(column).replaceAll("\\s+", " ");
      if (!value.isEmpty() && !samples.contains(value)) {
        samples.add(value.length() > 60 ? value.substring(0, 59) + "…" : value);
      }
      if (samples.size() == most) {
        break;
      }
    }
    return samples;
  }
}
