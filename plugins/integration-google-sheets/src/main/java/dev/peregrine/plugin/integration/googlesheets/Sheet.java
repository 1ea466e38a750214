package dev.peregrine.plugin.integration.googlesheets;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sheet as it is now: a header in the first row, and rows below it.
 *
 * @param spreadsheet id of the spreadsheet
 * @param id of the sheet in it
 * @param columns those with a header
 * @param places at which each of the columns is, from 0, in the same order
 * @param untagged the columns that Peregrine's mark is not on yet
 * @param rows what stands in it, as far as it was read, the header first
 * @param hidden numbers of the rows out of sight, from 0
 * @param rowCount how many rows the grid has
 * @param columnCount how many columns the grid has
 * @param zone in which the spreadsheet tells times
 */
record Sheet(
    String spreadsheet,
    long id,
    String name,
    Optional<URI> link,
    List<Column> columns,
    List<Integer> places,
    Set<String> untagged,
    List<Json> rows,
    Set<Integer> hidden,
    long rowCount,
    long columnCount,
    ZoneId zone) {

  /** The mark on a column by which it is found again under another name: its kind and its id. */
  static final String MARK = "peregrine-column";

  Sheet {
    columns = List.copyOf(columns);
    places = List.copyOf(places);
    untagged = Set.copyOf(untagged);
    rows = List.copyOf(rows);
    hidden = Set.copyOf(hidden);
  }

  /**
   * Reads a sheet.
   *
   * @param target {@link TrackerTarget#id}
   * @param some how many of its rows; all where empty
   */
  static Sheet read(SheetsApi api, String target, Optional<Integer> some)
      throws ExtensionException, InterruptedException {
    String[] ids = target.split("/", -1);
    if (ids.length != 2 || !SheetsApi.isId(ids[0]) || !ids[1].matches("\\d{1,10}")) {
      throw gone(target);
    }
    long sheet = Long.parseLong(ids[1]);
    Json told = api.sheet(ids[0], sheet).orElseThrow(() -> gone(target));
    Json found =
        told.at("sheets").items().stream()
            .filter(one -> number(one.at("properties").at("sheetId")) == sheet)
            .findFirst()
            .orElseThrow(() -> gone(target));
    return of(ids[0], sheet, told, found, api.values(ids[0], sheet, some));
  }

  private static Sheet of(String spreadsheet, long id, Json told, Json found, List<Json> rows) {
    List<Json> marks = found.at("data").at(0).at("columnMetadata").items();
    Json header = rows.isEmpty() ? found.at("none") : rows.getFirst();
    var columns = new ArrayList<Column>();
    var places = new ArrayList<Integer>();
    var untagged = new HashSet<String>();
    var taken = new HashSet<String>();
    // Marked columns keep their ids; a new column of the same name gets another one.
    for (boolean marked : new boolean[] {true, false}) {
      for (int place = 0; place < header.items().size(); place++) {
        String name = header.at(place).text().orElse("");
        Optional<Mark> mark = place < marks.size() ? Mark.of(marks.get(place)) : Optional.empty();
        boolean counts = mark.isPresent() && !taken.contains(mark.get().id());
        if (name.isBlank() || counts != marked || places.contains(place)) {
          continue;
        }
        String key = counts ? mark.orElseThrow().id() : free(name, taken);
        boolean _ = taken.add(key);
        if (!counts) {
          boolean _ = untagged.add(key);
        }
        columns.add(
            Column.of(key, name, counts ? mark.orElseThrow().kind() : TrackerTarget.Kind.TEXT));
        places.add(place);
      }
    }
    Json grid = found.at("properties").at("gridProperties");
    List<Json> rowMarks = found.at("data").at(0).at("rowMetadata").items();
    var hidden = new HashSet<Integer>();
    for (int row = 0; row < rowMarks.size(); row++) {
      if (rowMarks.get(row).at("hiddenByUser").flag().orElse(false)) {
        boolean _ = hidden.add(row);
      }
    }
    String title = told.at("properties").at("title").text().orElse(spreadsheet);
    String sheetName = found.at("properties").at("title").text().orElse("");
    return new Sheet(
        spreadsheet,
        id,
        named(title, sheetName),
        link(told, id),
        columns,
        places,
        untagged,
        rows,
        hidden,
        number(grid.at("rowCount")),
        number(grid.at("columnCount")),
        zone(told.at("properties").at("timeZone").text()));
  }

  /** The name of a sheet as people know it. */
  static String named(String spreadsheet, String sheet) {
    return sheet.isEmpty() || sheet.equals(spreadsheet)
        ? spreadsheet
        : "%s: %s".formatted(spreadsheet, sheet);
  }

  static Optional<URI> link(Json told, long sheet) {
    return told.at("spreadsheetUrl")
        .text()
        .map(address -> address + "#gid=" + sheet)
        .flatMap(HttpCall::address);
  }

  TrackerTarget target() {
    return new TrackerTarget("%s/%d".formatted(spreadsheet, id), name, link, columns);
  }

  /** Where a column is, from 0. */
  Optional<Integer> place(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).id().filter(column::equals).isPresent()) {
        return Optional.of(places.get(i));
      }
    }
    return Optional.empty();
  }

  /** What stands in a column of a row. */
  Json value(int row, int place) {
    return rows.get(row).at(place);
  }

  /** The first row below all that is filled. */
  int end() {
    return Math.max(1, rows.size());
  }

  /** The first column to the right of all that is filled. */
  int width() {
    return rows.stream().mapToInt(row -> row.items().size()).max().orElse(0);
  }

  private record Mark(TrackerTarget.Kind kind, String id) {

    static Optional<Mark> of(Json column) {
      return column.at("developerMetadata").items().stream()
          .filter(mark -> mark.at("metadataKey").text().filter(MARK::equals).isPresent())
          .flatMap(mark -> mark.at("metadataValue").text().stream())
          .flatMap(value -> parse(value).stream())
          .findFirst();
    }

    private static Optional<Mark> parse(String value) {
      int blank = value.indexOf(' ');
      if (blank < 1 || blank == value.length() - 1) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Mark(
                TrackerTarget.Kind.valueOf(value.substring(0, blank)), value.substring(blank + 1)));
      } catch (IllegalArgumentException unknown) {
        return Optional.empty();
      }
    }
  }

  static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      free = "%s (%d)".formatted(name, number);
    }
    return free;
  }

  private static long number(Json value) {
    // A sheet's number is left out where it is 0.
    return value.number().map(Number::longValue).orElse(0L);
  }

  private static ZoneId zone(Optional<String> name) {
    try {
      return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  private static ExtensionException gone(String target) {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "Google does not have the sheet \"%s\" any more. Choose another."
            .formatted(target.length() > 120 ? target.substring(0, 120) : target));
  }
}
