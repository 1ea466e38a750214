package dev.peregrine.plugin.integration.googlesheets;

import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.TrackedService;
import dev.peregrine.testkit.TrackerContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Google Sheets as its reference describes it: spreadsheets with grids, marks on columns, updates
 * that are made all at once or not at all; and the list of files of Drive.
 */
final class FakeSheets implements TrackedService {

  static final String SPREADSHEET = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcde";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What stands in a cell, and how it is shown. */
  private record Value(JsonNode value, String format) {}

  private static final class Row {
    boolean hidden;
    final Map<Integer, Value> cells = new LinkedHashMap<>();

    Row copy() {
      var copy = new Row();
      copy.hidden = hidden;
      copy.cells.putAll(cells);
      return copy;
    }
  }

  private static final class Grid {
    final int id;
    final String title;
    List<Row> rows = new ArrayList<>();
    List<List<String>> marks = new ArrayList<>();

    Grid(int id, String title, int rowCount, int columnCount) {
      this.id = id;
      this.title = title;
      for (int i = 0; i < rowCount; i++) {
        rows.add(new Row());
      }
      for (int i = 0; i < columnCount; i++) {
        marks.add(new ArrayList<>());
      }
    }

    Grid copy() {
      var copy = new Grid(id, title, 0, 0);
      rows.forEach(row -> copy.rows.add(row.copy()));
      marks.forEach(marked -> copy.marks.add(new ArrayList<>(marked)));
      return copy;
    }
  }

  /** A 400. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private Map<String, Map<Integer, Grid>> spreadsheets = new LinkedHashMap<>();
  private int idPlace;
  private int made = 17;

  FakeSheets() {
    var jobs = new Grid(17, "Jobs", 60, 12);
    spreadsheets.put(SPREADSHEET, new LinkedHashMap<>(Map.of(17, jobs)));
    for (Column column : TrackerContract.COLUMNS) {
      idPlace = jobs.rows.getFirst().cells.size();
      jobs.rows.getFirst().cells.put(idPlace, new Value(string(column.name()), ""));
    }
  }

  @Override
  public RecordedAnswer answer(RecordedRequest asked) {
    JsonNode body = asked.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(asked.body());
    if (asked.path().equals("/drive/v3/files")) {
      ObjectNode files = JSON.createObjectNode();
      ArrayNode all = files.putArray("files");
      spreadsheets.keySet().forEach(id -> all.addObject().put("id", id).put("name", "Bewerbung"));
      return ok(files);
    }
    if (asked.path().equals("/v4/spreadsheets")) {
      return made(body);
    }
    String[] path = asked.path().substring("/v4/spreadsheets/".length()).split("[:/]", 2);
    Map<Integer, Grid> grids = spreadsheets.get(path[0]);
    if (grids == null) {
      return error(404, "NOT_FOUND", "Requested entity was not found.");
    }
    try {
      return switch (path.length == 1 ? "" : path[1]) {
        case "" -> ok(told(path[0], grids.values().stream().toList(), false));
        case "getByDataFilter" -> ok(told(path[0], List.of(filtered(grids, body)), true));
        case "values:batchGetByDataFilter" -> values(path[0], filtered(grids, body), body);
        case "batchUpdate" -> updated(path[0], body);
        default -> error(404, "NOT_FOUND", "Method not found.");
      };
    } catch (Refused refused) {
      return error(400, "INVALID_ARGUMENT", refused.getMessage());
    }
  }

  @Override
  public boolean changes(RecordedRequest asked) {
    return asked.path().endsWith(":batchUpdate") || asked.path().equals("/v4/spreadsheets");
  }

  @Override
  public String target() {
    return SPREADSHEET + "/17";
  }

  @Override
  public List<String> externalIds() {
    return jobs().rows.stream()
        .skip(1)
        .filter(row -> !row.hidden)
        .map(row -> shown(row.cells.get(idPlace)))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  @Override
  public String read(String externalId, String column) {
    return shown(row(externalId).cells.get(place(column)));
  }

  @Override
  public void edit(String externalId, String column, String text) {
    Row row = row(externalId);
    if (text.isEmpty()) {
      Value _ = row.cells.remove(place(column));
    } else {
      Value _ = row.cells.put(place(column), new Value(string(text), ""));
    }
  }

  @Override
  public void rename(String column, String name) {
    Value _ = jobs().rows.getFirst().cells.put(place(column), new Value(string(name), ""));
  }

  @Override
  public void drop(String column) {
    int gone = place(column);
    List<String> _ = jobs().marks.remove(gone);
    for (Row row : jobs().rows) {
      var moved = new LinkedHashMap<Integer, Value>();
      row.cells.forEach(
          (at, value) -> {
            if (at != gone) {
              Value _ = moved.put(at > gone ? at - 1 : at, value);
            }
          });
      row.cells.clear();
      row.cells.putAll(moved);
    }
    idPlace -= idPlace > gone ? 1 : 0;
  }

  @Override
  public boolean makeNumbers(String column) {
    return false;
  }

  @Override
  public void delete(String externalId) {
    boolean _ = jobs().rows.remove(row(externalId));
  }

  @Override
  public void dropTable() {
    Grid _ = spreadsheets.get(SPREADSHEET).remove(17);
  }

  @Override
  public Optional<RecordedAnswer> refusal() {
    return Optional.of(
        error(400, "INVALID_ARGUMENT", "Your input contains more than the maximum."));
  }

  /** A person turns the rows round. */
  void turnRound() {
    List<Row> filled = new ArrayList<>(jobs().rows.subList(1, 1 + externalIds().size())).reversed();
    for (int i = 0; i < filled.size(); i++) {
      Row _ = jobs().rows.set(i + 1, filled.get(i));
    }
  }

  /** The raw kinds of what stands in a row: string, number or boolean. */
  JsonNode raw(String externalId, String column) {
    return row(externalId).cells.get(place(column)).value();
  }

  private Grid jobs() {
    return spreadsheets.get(SPREADSHEET).get(17);
  }

  private Row row(String externalId) {
    return jobs().rows.stream()
        .skip(1)
        .filter(row -> shown(row.cells.get(idPlace)).equals(externalId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No row \"%s\".".formatted(externalId)));
  }

  private int place(String column) {
    for (int place = 0; place < jobs().marks.size(); place++) {
      if (jobs().marks.get(place).stream().anyMatch(mark -> mark.endsWith(" " + column))) {
        return place;
      }
    }
    return jobs().rows.getFirst().cells.entrySet().stream()
        .filter(cell -> shown(cell.getValue()).equals(column))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No column \"%s\".".formatted(column)))
        .getKey();
  }

  private RecordedAnswer made(JsonNode body) {
    String id = SPREADSHEET.replace("AbCd", "%04d".formatted(++made));
    JsonNode properties = body.path("sheets").path(0).path("properties");
    // Google numbers the sheet 0, and leaves zeros out.
    var grid = new Grid(0, properties.path("title").asString(), 1000, 26);
    spreadsheets.put(id, new LinkedHashMap<>(Map.of(0, grid)));
    return ok(told(id, List.of(grid), false));
  }

  private static ObjectNode told(String id, List<Grid> grids, boolean data) {
    ObjectNode told = JSON.createObjectNode().put("spreadsheetId", id);
    told.put("spreadsheetUrl", "https://docs.google.com/spreadsheets/d/%s/edit".formatted(id));
    told.putObject("properties").put("title", "Bewerbung").put("timeZone", "Europe/Berlin");
    ArrayNode sheets = told.putArray("sheets");
    for (Grid grid : grids) {
      ObjectNode sheet = sheets.addObject();
      ObjectNode properties = sheet.putObject("properties").put("title", grid.title);
      if (grid.id != 0) {
        properties.put("sheetId", grid.id);
      }
      properties
          .putObject("gridProperties")
          .put("rowCount", grid.rows.size())
          .put("columnCount", grid.marks.size());
      if (data) {
        ObjectNode known = sheet.putArray("data").addObject();
        ArrayNode rows = known.putArray("rowMetadata");
        for (Row row : grid.rows) {
          ObjectNode mark = rows.addObject();
          if (row.hidden) {
            mark.put("hiddenByUser", true);
          }
        }
        ArrayNode columns = known.putArray("columnMetadata");
        for (List<String> marks : grid.marks) {
          ObjectNode column = columns.addObject();
          if (!marks.isEmpty()) {
            ArrayNode all = column.putArray("developerMetadata");
            marks.forEach(
                mark ->
                    all.addObject()
                        .put("metadataKey", "peregrine-column")
                        .put("metadataValue", mark));
          }
        }
      }
    }
    return told;
  }

  private static Grid filtered(Map<Integer, Grid> grids, JsonNode body) {
    JsonNode range = body.path("dataFilters").path(0).path("gridRange");
    Grid grid = grids.get(range.path("sheetId").asInt());
    if (grid == null) {
      throw new Refused("Invalid dataFilter[0]: No grid with id: " + range.path("sheetId").asInt());
    }
    return grid;
  }

  private static RecordedAnswer values(String id, Grid grid, JsonNode body) {
    JsonNode range = body.path("dataFilters").path(0).path("gridRange");
    int end = Math.min(range.path("endRowIndex").asInt(grid.rows.size()), grid.rows.size());
    ObjectNode told = JSON.createObjectNode().put("spreadsheetId", id);
    ObjectNode values =
        told.putArray("valueRanges")
            .addObject()
            .putObject("valueRange")
            .put("majorDimension", "ROWS");
    ArrayNode rows = JSON.createArrayNode();
    int filled = 0;
    for (int i = 0; i < end; i++) {
      ArrayNode row = rows.addArray();
      int width = grid.rows.get(i).cells.keySet().stream().mapToInt(at -> at + 1).max().orElse(0);
      for (int place = 0; place < width; place++) {
        Value value = grid.rows.get(i).cells.get(place);
        row.add(value == null ? string("") : value.value());
      }
      filled = width > 0 ? i + 1 : filled;
    }
    // What is empty at the end is left out, and all of it where nothing is filled.
    if (filled > 0) {
      ArrayNode some = values.putArray("values");
      for (int i = 0; i < filled; i++) {
        some.add(rows.get(i));
      }
    }
    return ok(told);
  }

  private RecordedAnswer updated(String id, JsonNode body) {
    var former = new LinkedHashMap<String, Map<Integer, Grid>>();
    spreadsheets.forEach(
        (key, grids) -> {
          var copies = new LinkedHashMap<Integer, Grid>();
          grids.forEach((number, grid) -> copies.put(number, grid.copy()));
          former.put(key, copies);
        });
    ObjectNode answer = JSON.createObjectNode().put("spreadsheetId", id);
    ArrayNode replies = answer.putArray("replies");
    try {
      for (JsonNode request : body.path("requests")) {
        replies.add(apply(spreadsheets.get(id), request));
      }
    } catch (Refused refused) {
      spreadsheets = former;
      throw refused;
    }
    return ok(answer);
  }

  private ObjectNode apply(Map<Integer, Grid> grids, JsonNode request) {
    String what = request.propertyNames().iterator().next();
    JsonNode body = request.path(what);
    ObjectNode reply = JSON.createObjectNode();
    switch (what) {
      case "addSheet" -> {
        var grid = new Grid(++made, body.path("properties").path("title").asString(), 1000, 26);
        if (grids.values().stream().anyMatch(there -> there.title.equals(grid.title))) {
          throw new Refused("A sheet with the name \"%s\" already exists.".formatted(grid.title));
        }
        grids.put(grid.id, grid);
        reply.putObject("addSheet").putObject("properties").put("sheetId", grid.id);
      }
      case "appendDimension" -> {
        Grid grid = grids.get(body.path("sheetId").asInt());
        for (int i = 0; i < body.path("length").asInt(); i++) {
          if (body.path("dimension").asString().equals("ROWS")) {
            grid.rows.add(new Row());
          } else {
            grid.marks.add(new ArrayList<>());
          }
        }
      }
      case "createDeveloperMetadata" -> {
        JsonNode mark = body.path("developerMetadata");
        JsonNode range = mark.path("location").path("dimensionRange");
        grids
            .get(range.path("sheetId").asInt())
            .marks
            .get(range.path("startIndex").asInt())
            .add(mark.path("metadataValue").asString());
      }
      case "updateDimensionProperties" -> {
        JsonNode range = body.path("range");
        grids.get(range.path("sheetId").asInt()).rows.get(range.path("startIndex").asInt()).hidden =
            body.path("properties").path("hiddenByUser").asBoolean();
      }
      case "updateCells" -> write(grids, body);
      default -> throw new Refused("Unknown request " + what);
    }
    return reply;
  }

  private static void write(Map<Integer, Grid> grids, JsonNode body) {
    JsonNode range = body.path("range");
    Grid grid = grids.get(range.path("sheetId").asInt());
    int row = range.path("startRowIndex").asInt();
    int from = range.path("startColumnIndex").asInt();
    JsonNode values = body.path("rows").path(0).path("values");
    if (row >= grid.rows.size() || from + values.size() > grid.marks.size()) {
      throw new Refused("Range exceeds grid limits.");
    }
    if (from + values.size() != range.path("endColumnIndex").asInt()) {
      throw new Refused("Tried writing outside of the range.");
    }
    for (int i = 0; i < values.size(); i++) {
      JsonNode entered = values.get(i).path("userEnteredValue");
      Map<Integer, Value> cells = grid.rows.get(row).cells;
      if (entered.isEmpty()) {
        Value _ = cells.remove(from + i);
        continue;
      }
      JsonNode value = entered.values().iterator().next();
      if (value.isString() && value.asString().length() > 50_000) {
        throw new Refused("Your input contains more than the maximum of 50000 characters.");
      }
      boolean formats = body.path("fields").asString().contains("userEnteredFormat.numberFormat");
      String format =
          formats
              ? values
                  .get(i)
                  .path("userEnteredFormat")
                  .path("numberFormat")
                  .path("type")
                  .asString("")
              : "";
      Value _ = cells.put(from + i, new Value(value, format));
    }
  }

  private static String shown(Value value) {
    if (value == null) {
      return "";
    }
    if (value.format().equals("DATE")) {
      return LocalDate.of(1899, 12, 30).plusDays(value.value().asLong()).toString();
    }
    return value.value().asString();
  }

  private static JsonNode string(String text) {
    return JSON.readTree(JSON.writeValueAsString(text));
  }

  private static RecordedAnswer ok(JsonNode body) {
    return RecordedAnswer.json(body.toString());
  }

  static RecordedAnswer error(int status, String code, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("error").put("code", status).put("message", message).put("status", code);
    return RecordedAnswer.json(body.toString()).withStatus(status);
  }
}
