package dev.peregrine.host.numbers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in rows and columns: what a chart is drawn from, a file holds and a page shows.
 *
 * @param key its name in files, addresses and JSON
 * @param title for people
 */
public record Table(String key, String title, List<Column> columns, List<Row> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** This as RFC 4180 has it; the first column is each row's key, whatever the language. */
  public String csv() {
    return Csv.of(this);
  }

  /**
   * A column.
   *
   * @param key its name in files and JSON
   * @param label for people
   */
  public record Column(String key, String label) {}

  /**
   * A row.
   *
   * @param key names it in files and JSON, whatever the language
   * @param cells one a column, the row's name first
   */
  public record Row(String key, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    Cell name() {
      return cells.getFirst();
    }

    List<Cell> values() {
      return cells.subList(1, cells.size());
    }
  }

  /**
   * One value.
   *
   * @param text for people
   * @param value the same for programs; null where nothing is said
   * @param href the jobs behind it; empty for none
   */
  public record Cell(String text, @Nullable Object value, String href) {

    static Cell of(String text) {
      return new Cell(text, text, "");
    }

    /** What a chart draws; empty where there is nothing to draw. */
    public String drawn() {
      return value instanceof Number number ? number.toString() : "";
    }
  }
}
