package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.TrackedService;
import dev.peregrine.testkit.TrackerContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notion as its reference describes it, version 2025-09-03: data sources, pages, search, queries
 * with the filters that are used here, and the limits that it names.
 */
final class FakeNotion implements TrackedService {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  static final String PARENT = id(1);

  /** A data source with its pages. */
  private static final class Source {
    final String id;
    final String name;
    final Map<String, Property> properties = new LinkedHashMap<>();
    final List<Page> pages = new ArrayList<>();

    Source(String id, String name) {
      this.id = id;
      this.name = name;
    }

    Property byName(String name) {
      return properties.values().stream()
          .filter(property -> property.name.equals(name))
          .findFirst()
          .orElseThrow(() -> new Refused(name + " is not a property that exists."));
    }
  }

  private static final class Property {
    final String id;
    String name;
    String type;
    final List<String> options = new ArrayList<>();

    Property(String id, String name, String type) {
      this.id = id;
      this.name = name;
      this.type = type;
    }
  }

  private static final class Page {
    final String id;
    final Map<String, JsonNode> values = new LinkedHashMap<>();
    boolean trashed;
    Instant edited = START;

    Page(String id) {
      this.id = id;
    }
  }

  /** A {@code validation_error}. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final String jobs;
  private int made = 1;
  private int edits;

  FakeNotion() {
    jobs = source("Jobs").id;
    Source source = sources.get(jobs);
    for (Column column : TrackerContract.COLUMNS) {
      Property property = add(source, column.name(), type(column));
      property.options.addAll(column.choices());
    }
    add(source, "Created", "created_time");
  }

  @Override
  public RecordedAnswer answer(RecordedRequest asked) {
    if (!"2025-09-03".equals(asked.headers().get("notion-version"))) {
      return error(400, "missing_version", "Notion-Version header should be defined.");
    }
    try {
      JsonNode body =
          asked.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(asked.body());
      String[] path = asked.path().substring(1).split("/");
      return switch (asked.method() + " " + path[1]) {
        case "GET users" ->
            ok(
                JSON.readTree(
                    """
                    {"object":"user","id":"%s","name":"Peregrine","type":"bot",
                     "bot":{"owner":{"type":"workspace","workspace":true},"workspace_name":"Zuhause"}}"""
                        .formatted(id(9))));
        case "POST search" -> search(body);
        case "GET data_sources" -> sourced(path[2], this::told);
        case "PATCH data_sources" -> sourced(path[2], source -> grown(source, body));
        case "POST data_sources" -> sourced(path[2], source -> queried(source, body));
        case "POST databases" -> database(body);
        case "POST pages" ->
            sourced(
                body.path("parent").path("data_source_id").asString(),
                source -> added(source, body));
        case "GET pages", "PATCH pages" -> page(asked, path[2], body);
        default -> error(400, "invalid_request_url", "Invalid request URL.");
      };
    } catch (Refused refused) {
      return error(400, "validation_error", refused.getMessage());
    }
  }

  @Override
  public boolean changes(RecordedRequest asked) {
    return !asked.method().equals("GET")
        && !asked.path().endsWith("/search")
        && !asked.path().endsWith("/query");
  }

  @Override
  public String target() {
    return jobs;
  }

  @Override
  public List<String> externalIds() {
    return sources.get(jobs).pages.stream()
        .filter(page -> !page.trashed)
        .map(page -> shown(page.values.get(idColumn())))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  @Override
  public String read(String externalId, String column) {
    return shown(row(externalId).values.get(column));
  }

  @Override
  public void edit(String externalId, String column, String text) {
    Page page = row(externalId);
    page.values.put(
        column,
        stored(
            property(column),
            JSON.readTree(
                "[%s]"
                    .formatted(
                        text.isEmpty()
                            ? ""
                            : "{\"text\":{\"content\":%s}}"
                                .formatted(JSON.writeValueAsString(text))))));
    touch(page);
  }

  @Override
  public void rename(String column, String name) {
    property(column).name = name;
  }

  @Override
  public void drop(String column) {
    Property _ = sources.get(jobs).properties.remove(column);
  }

  @Override
  public boolean makeNumbers(String column) {
    property(column).type = "number";
    sources.get(jobs).pages.forEach(page -> page.values.remove(column));
    return true;
  }

  @Override
  public void delete(String externalId) {
    Page page = row(externalId);
    page.trashed = true;
    touch(page);
  }

  @Override
  public void dropTable() {
    Source _ = sources.remove(jobs);
  }

  @Override
  public Optional<RecordedAnswer> refusal() {
    return Optional.of(error(400, "validation_error", "body failed validation."));
  }

  private String idColumn() {
    // The last of the columns with which the table began, whatever it is called now.
    return "col%02d".formatted(TrackerContract.COLUMNS.size());
  }

  private Page row(String externalId) {
    return sources.get(jobs).pages.stream()
        .filter(page -> !page.trashed && shown(page.values.get(idColumn())).equals(externalId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No row \"%s\".".formatted(externalId)));
  }

  private Property property(String column) {
    return sources.get(jobs).properties.get(column);
  }

  private Source source(String name) {
    var source = new Source(id(++made), name);
    sources.put(source.id, source);
    return source;
  }

  private static Property add(Source source, String name, String type) {
    String id = type.equals("title") ? "title" : "col%02d".formatted(source.properties.size() + 1);
    var property = new Property(id, name, type);
    source.properties.put(id, property);
    return property;
  }

  private interface Answer {
    RecordedAnswer of(Source source);
  }

  private RecordedAnswer sourced(String id, Answer answer) {
    Source source = sources.get(id);
    return source == null
        ? error(404, "object_not_found", "Could not find data source with ID: %s.".formatted(id))
        : answer.of(source);
  }

  private RecordedAnswer search(JsonNode body) {
    ArrayNode results = JSON.createArrayNode();
    if (body.path("filter").path("value").asString().equals("page")) {
      results.add(
          JSON.readTree(
              "{\"object\":\"page\",\"id\":\"%s\",\"parent\":{\"type\":\"data_source_id\",\"data_source_id\":\"x\"}}"
                  .formatted(id(8))));
      results.add(
          JSON.readTree(
              "{\"object\":\"page\",\"id\":\"%s\",\"parent\":{\"type\":\"workspace\",\"workspace\":true}}"
                  .formatted(PARENT)));
    } else {
      sources.values().forEach(source -> results.add(told(source, JSON.createObjectNode())));
    }
    return page(results, body);
  }

  private RecordedAnswer told(Source source) {
    return ok(told(source, JSON.createObjectNode()));
  }

  private ObjectNode told(Source source, ObjectNode told) {
    told.put("object", "data_source").put("id", source.id).put("in_trash", false);
    told.put("url", "https://www.notion.so/" + source.id.replace("-", ""));
    told.set("title", rich(source.name));
    told.set(
        "parent", JSON.createObjectNode().put("type", "database_id").put("database_id", id(7)));
    ObjectNode properties = told.putObject("properties");
    for (Property property : source.properties.values()) {
      ObjectNode shape = properties.putObject(property.name);
      shape.put("id", property.id).put("name", property.name).put("type", property.type);
      ObjectNode definition = shape.putObject(property.type);
      if (property.type.endsWith("select")) {
        ArrayNode options = definition.putArray("options");
        property.options.forEach(
            option -> options.addObject().put("id", "o").put("name", option).put("color", "blue"));
      }
    }
    return told;
  }

  private RecordedAnswer grown(Source source, JsonNode body) {
    body.path("properties").forEachEntry((name, definition) -> define(source, name, definition));
    return told(source);
  }

  private static void define(Source source, String name, JsonNode definition) {
    if (source.properties.values().stream().anyMatch(there -> there.name.equals(name))) {
      throw new Refused("Cannot create new property with name that is in use: " + name);
    }
    String type = definition.propertyNames().iterator().next();
    Property property = add(source, name, type);
    definition
        .path(type)
        .path("options")
        .forEach(option -> property.options.add(option.path("name").asString()));
  }

  private RecordedAnswer database(JsonNode body) {
    if (!body.path("parent").path("page_id").asString().equals(PARENT)) {
      return error(404, "object_not_found", "Could not find page with ID.");
    }
    Source source = source(body.path("title").get(0).path("text").path("content").asString());
    body.path("initial_data_source")
        .path("properties")
        .forEachEntry((name, definition) -> define(source, name, definition));
    if (source.properties.values().stream().filter(one -> one.type.equals("title")).count() != 1) {
      throw new Refused("Title property is missing.");
    }
    ObjectNode told = JSON.createObjectNode().put("object", "database").put("id", id(7));
    told.putArray("data_sources").addObject().put("id", source.id).put("name", source.name);
    return ok(told);
  }

  private RecordedAnswer queried(Source source, JsonNode body) {
    ArrayNode results = JSON.createArrayNode();
    for (Page page : source.pages) {
      if (!page.trashed && fits(source, page, body.path("filter"))) {
        results.add(told(source, page));
      }
    }
    return page(results, body);
  }

  private boolean fits(Source source, Page page, JsonNode filter) {
    for (String joint : List.of("or", "and")) {
      if (filter.has(joint)) {
        if (filter.path(joint).size() > 100) {
          throw new Refused("body.filter.%s.length should be ≤ `100`.".formatted(joint));
        }
        var all = filter.path(joint).valueStream();
        return joint.equals("or")
            ? all.anyMatch(one -> fits(source, page, one))
            : all.allMatch(one -> fits(source, page, one));
      }
    }
    if (filter.has("timestamp")) {
      Instant from = Instant.parse(filter.path("last_edited_time").path("on_or_after").asString());
      return !page.edited.isBefore(from);
    }
    Property property = source.byName(filter.path("property").asString());
    JsonNode condition = filter.path(property.type);
    String value = shown(page.values.get(property.id));
    if (condition.has("is_not_empty")) {
      return !value.isEmpty();
    }
    if (!condition.has("equals")) {
      throw new Refused("database property %s does not match filter".formatted(property.type));
    }
    return value.equals(condition.path("equals").asString());
  }

  private RecordedAnswer added(Source source, JsonNode body) {
    var page = new Page(id(++made + 1000));
    Map<String, JsonNode> values = values(source, body);
    page.values.putAll(values);
    source.pages.add(page);
    touch(page);
    return ok(told(source, page));
  }

  private RecordedAnswer page(RecordedRequest asked, String id, JsonNode body) {
    for (Source source : sources.values()) {
      for (Page page : source.pages) {
        if (page.id.equals(id)) {
          return asked.method().equals("GET")
              ? ok(told(source, page))
              : changed(source, page, body);
        }
      }
    }
    return error(404, "object_not_found", "Could not find page with ID: %s.".formatted(id));
  }

  private RecordedAnswer changed(Source source, Page page, JsonNode body) {
    if (page.trashed && body.has("properties")) {
      throw new Refused("Can't edit block that is archived. You must unarchive the block first.");
    }
    page.values.putAll(values(source, body));
    if (body.has("in_trash")) {
      page.trashed = body.path("in_trash").asBoolean();
    }
    touch(page);
    return ok(told(source, page));
  }

  private static Map<String, JsonNode> values(Source source, JsonNode body) {
    var values = new LinkedHashMap<String, JsonNode>();
    body.path("properties")
        .forEachEntry(
            (name, value) -> {
              Property property = source.byName(name);
              if (!value.has(property.type)) {
                throw new Refused("%s is expected to be %s.".formatted(name, property.type));
              }
              values.put(property.id, stored(property, value.path(property.type)));
            });
    return values;
  }

  /** A value as Notion keeps it, with what it adds and what it does not take. */
  private static JsonNode stored(Property property, JsonNode value) {
    switch (property.type) {
      case "title", "rich_text" -> {
        if (value.size() > 100) {
          throw new Refused("array length should be ≤ `100`.");
        }
        ArrayNode rich = JSON.createArrayNode();
        for (JsonNode piece : value) {
          String content = piece.path("text").path("content").asString();
          if (content.length() > 2000 || Character.isLowSurrogate(content.charAt(0))) {
            throw new Refused("text.content.length should be ≤ `2000`.");
          }
          rich.addAll((ArrayNode) rich(content));
        }
        return rich;
      }
      case "select", "multi_select" -> {
        for (JsonNode option : value.isArray() ? value : JSON.createArrayNode().add(value)) {
          if (option.path("name").asString("").contains(",")) {
            throw new Refused("Invalid select option, commas not allowed.");
          }
          if (option.isObject() && !property.options.contains(option.path("name").asString())) {
            property.options.add(option.path("name").asString());
          }
        }
        return value;
      }
      case "date" -> {
        ObjectNode date = JSON.createObjectNode();
        String start = value.path("start").asString("");
        if (start.length() > 10) {
          start = start.replace("Z", ".000+00:00");
        }
        return value.isNull() ? value : date.put("start", start).putNull("end");
      }
      default -> {
        return value;
      }
    }
  }

  private ObjectNode told(Source source, Page page) {
    ObjectNode told = JSON.createObjectNode().put("object", "page").put("id", page.id);
    told.put("in_trash", page.trashed).put("archived", page.trashed);
    told.put("last_edited_time", page.edited.toString().replace("Z", ".000Z"));
    told.put("url", "https://www.notion.so/" + page.id.replace("-", ""));
    told.putObject("parent").put("type", "data_source_id").put("data_source_id", source.id);
    ObjectNode properties = told.putObject("properties");
    for (Property property : source.properties.values()) {
      ObjectNode shape = properties.putObject(property.name);
      shape.put("id", property.id).put("type", property.type);
      JsonNode value = page.values.get(property.id);
      shape.set(property.type, value == null ? nothing(property.type) : value);
    }
    return told;
  }

  private static JsonNode nothing(String type) {
    return switch (type) {
      case "title", "rich_text", "multi_select" -> JSON.createArrayNode();
      case "checkbox" -> JSON.readTree("false");
      default -> JSON.readTree("null");
    };
  }

  private static String shown(JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      boolean words = !value.isEmpty() && value.get(0).has("name");
      return value
          .valueStream()
          .map(one -> words ? one.path("name").asString() : one.path("plain_text").asString())
          .collect(Collectors.joining(words ? ", " : ""));
    }
    return value.isObject()
        ? value.path("start").asString(value.path("name").asString(""))
        : value.asString();
  }

  /** Results in pages, as lists are given out. */
  private static RecordedAnswer page(ArrayNode results, JsonNode body) {
    int size = Math.min(body.path("page_size").asInt(100), 100);
    int from = Integer.parseInt(body.path("start_cursor").asString("0"));
    int to = Math.min(from + size, results.size());
    ObjectNode list = JSON.createObjectNode().put("object", "list");
    ArrayNode some = list.putArray("results");
    for (int i = from; i < to; i++) {
      some.add(results.get(i));
    }
    list.put("has_more", to < results.size());
    list.put("next_cursor", to < results.size() ? Integer.toString(to) : null);
    return ok(list);
  }

  private void touch(Page page) {
    page.edited = START.plusSeconds(60L * ++edits);
  }

  private static JsonNode rich(String text) {
    ArrayNode rich = JSON.createArrayNode();
    ObjectNode piece = rich.addObject().put("type", "text").put("plain_text", text);
    piece.putObject("text").put("content", text).putNull("link");
    return rich;
  }

  private static String type(Column column) {
    return switch (column.kind()) {
      case TITLE -> "title";
      case TEXT, OTHER -> "rich_text";
      case NUMBER -> "number";
      case DATE -> "date";
      case LINK -> "url";
      case CHOICE -> "select";
      case CHOICES -> "multi_select";
      case CHECK -> "checkbox";
    };
  }

  static String id(int number) {
    return "%08x-0000-4000-8000-%012x".formatted(number, number);
  }

  private static RecordedAnswer ok(JsonNode body) {
    return RecordedAnswer.json(body.toString());
  }

  static RecordedAnswer error(int status, String code, String message) {
    return RecordedAnswer.json(
            JSON.createObjectNode()
                .put("object", "error")
                .put("status", status)
                .put("code", code)
                .put("message", message)
                .toString())
        .withStatus(status);
  }
}
