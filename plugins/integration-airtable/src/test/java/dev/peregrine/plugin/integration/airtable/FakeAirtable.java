package dev.peregrine.plugin.integration.airtable;

import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.TrackedService;
import dev.peregrine.testkit.TrackerContract;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Airtable as its Web API describes it: bases, tables, fields and records, upserts, and the
 * formulas that are used here.
 */
final class FakeAirtable implements TrackedService {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BASE = id("app", 1);
  private static final Pattern FIND =
      Pattern.compile(
          "FIND\\('\\|'&(\\{((?:[^}\\\\]++|\\\\.)*+)}|RECORD_ID\\(\\))&'\\|','((?:[^'\\\\]++|\\\\.)*+)'\\)>0");
  private static final Pattern NOT_EMPTY = Pattern.compile("\\{(.*)}!=''");

  private static final class Table {
    final String id;
    final String name;
    final Map<String, Field> fields = new LinkedHashMap<>();
    final Map<String, Map<String, JsonNode>> records = new LinkedHashMap<>();

    Table(String id, String name) {
      this.id = id;
      this.name = name;
    }

    Field byName(String name) {
      return fields.values().stream()
          .filter(field -> field.name.equals(name))
          .findFirst()
          .orElseThrow(
              () -> new Refused("INVALID_FILTER_BY_FORMULA", "Unknown field names: " + name));
    }
  }

  private static final class Field {
    final String id;
    String name;
    String type;
    final List<String> choices = new ArrayList<>();

    Field(String id, String name, String type) {
      this.id = id;
      this.name = name;
      this.type = type;
    }
  }

  /** A 422. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String type;

    Refused(String type, String message) {
      super(message);
      this.type = type;
    }
  }

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Table jobs;
  private String idColumn = "";
  private int made;

  FakeAirtable() {
    jobs = new Table(id("tbl", ++made), "Jobs");
    tables.put(jobs.id, jobs);
    for (Column column : TrackerContract.COLUMNS) {
      Field field = add(jobs, column.name(), type(column.kind()));
      field.choices.addAll(column.choices());
      idColumn = field.id;
    }
    add(jobs, "Count", "count");
  }

  @Override
  public RecordedAnswer answer(RecordedRequest asked) {
    try {
      JsonNode body =
          asked.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(asked.body());
      String[] path = asked.path().substring(1).split("/");
      if (path[1].equals("meta")) {
        return schema(asked, path, body);
      }
      Table table = path[1].equals(BASE) ? tables.get(path[2]) : null;
      if (table == null) {
        return missing();
      }
      return switch (asked.method()) {
        case "POST" -> listed(table, body);
        case "PATCH" -> upserted(table, body);
        case "DELETE" -> deleted(table, asked);
        default -> error(404, "NOT_FOUND", "Not found.");
      };
    } catch (Refused refused) {
      return error(422, refused.type, refused.getMessage());
    }
  }

  @Override
  public boolean changes(RecordedRequest asked) {
    return !asked.method().equals("GET") && !asked.path().endsWith("/listRecords");
  }

  @Override
  public String target() {
    return BASE + "/" + jobs.id;
  }

  @Override
  public List<String> externalIds() {
    return jobs.records.values().stream()
        .map(record -> shown(record.get(idColumn)))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  @Override
  public String read(String externalId, String column) {
    return shown(row(externalId).getValue().get(column));
  }

  @Override
  public void edit(String externalId, String column, String text) {
    Map<String, JsonNode> record = row(externalId).getValue();
    if (text.isEmpty()) {
      JsonNode _ = record.remove(column);
    } else {
      JsonNode _ = record.put(column, JSON.readTree(JSON.writeValueAsString(text)));
    }
  }

  @Override
  public void rename(String column, String name) {
    jobs.fields.get(column).name = name;
  }

  @Override
  public void drop(String column) {
    Field _ = jobs.fields.remove(column);
  }

  @Override
  public boolean makeNumbers(String column) {
    jobs.fields.get(column).type = "number";
    return true;
  }

  @Override
  public void delete(String externalId) {
    Map<String, JsonNode> _ = jobs.records.remove(row(externalId).getKey());
  }

  @Override
  public void dropTable() {
    Table _ = tables.remove(jobs.id);
  }

  @Override
  public Optional<RecordedAnswer> refusal() {
    return Optional.of(
        error(422, "INVALID_VALUE_FOR_COLUMN", "Field \"Job\" cannot accept the provided value"));
  }

  private Map.Entry<String, Map<String, JsonNode>> row(String externalId) {
    return jobs.records.entrySet().stream()
        .filter(record -> shown(record.getValue().get(idColumn)).equals(externalId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No row \"%s\".".formatted(externalId)));
  }

  private RecordedAnswer schema(RecordedRequest asked, String[] path, JsonNode body) {
    if (path.length == 3) {
      return ok(
          JSON.readTree(
              """
              {"bases":[
                {"id":"%s","name":"Bewerbungen","permissionLevel":"create"},
                {"id":"%s","name":"Nur zum Lesen","permissionLevel":"read"}]}"""
                  .formatted(BASE, id("app", 2))));
    }
    if (!path[3].equals(BASE)) {
      return missing();
    }
    if (asked.method().equals("GET")) {
      ObjectNode told = JSON.createObjectNode();
      ArrayNode all = told.putArray("tables");
      tables.values().forEach(table -> all.add(told(table)));
      return ok(told);
    }
    if (path.length == 5) {
      var table = new Table(id("tbl", ++made), body.path("name").asString());
      tables.put(table.id, table);
      body.path("fields").forEach(field -> define(table, field));
      if (!table.fields.values().iterator().next().type.equals("singleLineText")) {
        throw new Refused("INVALID_REQUEST_UNKNOWN", "Invalid primary field.");
      }
      return ok(told(table));
    }
    Field field = define(tables.get(path[5]), body);
    return ok(told(field));
  }

  private Field define(Table table, JsonNode wanted) {
    String name = wanted.path("name").asString();
    if (table.fields.values().stream().anyMatch(there -> there.name.equalsIgnoreCase(name))) {
      throw new Refused("DUPLICATE_OR_EMPTY_FIELD_NAME", "Duplicate field name: " + name);
    }
    String type = wanted.path("type").asString();
    boolean options =
        Set.of("number", "date", "singleSelect", "multipleSelects", "checkbox").contains(type);
    if (options != wanted.has("options")) {
      throw new Refused(
          "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", "Invalid options for %s.".formatted(name));
    }
    Field field = add(table, name, type);
    wanted
        .path("options")
        .path("choices")
        .forEach(choice -> field.choices.add(choice.path("name").asString()));
    return field;
  }

  private Field add(Table table, String name, String type) {
    var field = new Field(id("fld", ++made), name, type);
    table.fields.put(field.id, field);
    return field;
  }

  private static ObjectNode told(Table table) {
    ObjectNode told = JSON.createObjectNode().put("id", table.id).put("name", table.name);
    told.put("primaryFieldId", table.fields.keySet().iterator().next());
    ArrayNode fields = told.putArray("fields");
    table.fields.values().forEach(field -> fields.add(told(field)));
    return told;
  }

  private static ObjectNode told(Field field) {
    ObjectNode told = JSON.createObjectNode();
    told.put("id", field.id).put("name", field.name).put("type", field.type);
    if (field.type.endsWith("Select") || field.type.endsWith("Selects")) {
      ArrayNode choices = told.putObject("options").putArray("choices");
      field.choices.forEach(
          choice -> choices.addObject().put("id", "selX").put("name", choice).put("color", "x"));
    }
    return told;
  }

  private RecordedAnswer listed(Table table, JsonNode body) {
    String formula = body.path("filterByFormula").asString();
    Stream<Map.Entry<String, Map<String, JsonNode>>> fitting =
        table.records.entrySet().stream().filter(record -> fits(table, record, formula));
    List<ObjectNode> all =
        fitting
            .map(
                record -> {
                  ObjectNode told = told(record.getKey(), record.getValue());
                  var wanted = body.path("fields").valueStream().map(JsonNode::asString).toList();
                  ((ObjectNode) told.path("fields")).retain(wanted);
                  return told;
                })
            .toList();
    int from = Integer.parseInt(body.path("offset").asString("0"));
    int to = Math.min(from + Math.min(body.path("pageSize").asInt(100), 100), all.size());
    ObjectNode page = JSON.createObjectNode();
    ArrayNode records = page.putArray("records");
    all.subList(from, to).forEach(records::add);
    if (to < all.size()) {
      page.put("offset", Integer.toString(to));
    }
    return ok(page);
  }

  private static boolean fits(
      Table table, Map.Entry<String, Map<String, JsonNode>> record, String formula) {
    Matcher notEmpty = NOT_EMPTY.matcher(formula);
    if (notEmpty.matches()) {
      return !shown(record.getValue().get(table.byName(unescaped(notEmpty.group(1))).id)).isEmpty();
    }
    Matcher find = FIND.matcher(formula);
    boolean any = false;
    boolean seen = false;
    while (find.find()) {
      seen = true;
      String value =
          find.group(2) == null
              ? record.getKey()
              : shown(record.getValue().get(table.byName(unescaped(find.group(2))).id));
      any |= unescaped(find.group(3)).contains("|" + value + "|");
    }
    if (!seen) {
      throw new Refused("INVALID_FILTER_BY_FORMULA", "The formula is invalid.");
    }
    return any;
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }

  private RecordedAnswer upserted(Table table, JsonNode body) {
    if (body.path("records").size() > 10) {
      throw new Refused("INVALID_RECORDS", "You can only update up to 10 records.");
    }
    String merge = body.path("performUpsert").path("fieldsToMergeOn").get(0).asString();
    var writes = new ArrayList<Map.Entry<String, Map<String, JsonNode>>>();
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode records = answer.putArray("records");
    ArrayNode created = answer.putArray("createdRecords");
    ArrayNode updated = answer.putArray("updatedRecords");
    // All of them are looked at before the first is written.
    for (JsonNode record : body.path("records")) {
      Map<String, JsonNode> values = values(table, record, body.path("typecast").asBoolean());
      String id = record.path("id").asString("");
      if (id.isEmpty()) {
        List<String> same =
            table.records.entrySet().stream()
                .filter(
                    there -> shown(there.getValue().get(merge)).equals(shown(values.get(merge))))
                .map(Map.Entry::getKey)
                .toList();
        if (same.size() > 1) {
          throw new Refused("INVALID_RECORDS", "Cannot upsert: more than one record matches.");
        }
        id = same.isEmpty() ? "" : same.getFirst();
      } else if (!table.records.containsKey(id)) {
        throw new Refused("ROW_DOES_NOT_EXIST", "Record does not exist.");
      }
      writes.add(Map.entry(id.isEmpty() ? id("rec", ++made) : id, values));
      (id.isEmpty() ? created : updated).add(writes.getLast().getKey());
    }
    for (var write : writes) {
      Map<String, JsonNode> record =
          table.records.computeIfAbsent(write.getKey(), missing -> new LinkedHashMap<>());
      record.putAll(write.getValue());
      record
          .values()
          .removeIf(value -> value.isNull() || (value.isBoolean() && !value.asBoolean()));
      records.add(told(write.getKey(), record));
    }
    return ok(answer);
  }

  private static Map<String, JsonNode> values(Table table, JsonNode record, boolean typecast) {
    var values = new LinkedHashMap<String, JsonNode>();
    record
        .path("fields")
        .forEachEntry(
            (id, value) -> {
              Field field = table.fields.get(id);
              if (field == null) {
                throw new Refused("UNKNOWN_FIELD_NAME", "Unknown field name: \"%s\"".formatted(id));
              }
              check(field, value, typecast);
              values.put(id, value);
            });
    return values;
  }

  private static void check(Field field, JsonNode value, boolean typecast) {
    boolean fits =
        value.isNull()
            || switch (field.type) {
              case "singleLineText" -> value.isString() && !value.asString().contains("\n");
              case "multilineText", "url" -> value.isString();
              case "number" -> value.isNumber();
              case "date" -> value.isString() && value.asString().matches("\\d{4}-\\d\\d-\\d\\d");
              case "checkbox" -> value.isBoolean();
              case "singleSelect" -> value.isString() && known(field, value, typecast);
              case "multipleSelects" ->
                  value.isArray()
                      && value.valueStream().allMatch(one -> known(field, one, typecast));
              default -> false;
            };
    if (!fits) {
      throw new Refused(
          "INVALID_VALUE_FOR_COLUMN",
          "Field \"%s\" cannot accept the provided value".formatted(field.name));
    }
  }

  private static boolean known(Field field, JsonNode word, boolean typecast) {
    if (typecast && !field.choices.contains(word.asString())) {
      field.choices.add(word.asString());
    }
    return field.choices.contains(word.asString());
  }

  private static RecordedAnswer deleted(Table table, RecordedRequest asked) {
    List<String> ids =
        Stream.of(asked.address().getRawQuery().split("&"))
            .map(one -> URLDecoder.decode(one, StandardCharsets.UTF_8))
            .map(one -> one.substring("records[]=".length()))
            .toList();
    if (ids.size() > 10 || !table.records.keySet().containsAll(ids)) {
      throw new Refused("INVALID_RECORDS", "Could not find all records.");
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode records = answer.putArray("records");
    for (String id : ids) {
      Map<String, JsonNode> _ = table.records.remove(id);
      records.addObject().put("id", id).put("deleted", true);
    }
    return ok(answer);
  }

  private static ObjectNode told(String id, Map<String, JsonNode> record) {
    ObjectNode told =
        JSON.createObjectNode().put("id", id).put("createdTime", "2026-11-22T08:00:00.000Z");
    ObjectNode fields = told.putObject("fields");
    record.forEach(fields::set);
    return told;
  }

  private static String shown(JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
        : value.asString();
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case TITLE -> "singleLineText";
      case TEXT, OTHER -> "multilineText";
      case NUMBER -> "number";
      case DATE -> "date";
      case LINK -> "url";
      case CHOICE -> "singleSelect";
      case CHOICES -> "multipleSelects";
      case CHECK -> "checkbox";
    };
  }

  private static String id(String prefix, int number) {
    return "%s%014d".formatted(prefix, number);
  }

  private static RecordedAnswer ok(JsonNode body) {
    return RecordedAnswer.json(body.toString());
  }

  private static RecordedAnswer missing() {
    return error(
        403,
        "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
        "Invalid permissions, or the requested model was not found.");
  }

  static RecordedAnswer error(int status, String type, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("error").put("type", type).put("message", message);
    return RecordedAnswer.json(body.toString()).withStatus(status);
  }
}
