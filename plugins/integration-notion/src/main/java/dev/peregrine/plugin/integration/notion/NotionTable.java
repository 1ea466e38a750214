package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import dev.peregrine.wire.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A data source as it is now.
 *
 * @param types Notion's own word for what a column holds, by its id
 */
record NotionTable(TrackerTarget target, Map<String, String> types) {

  NotionTable {
    types = Map.copyOf(types);
  }

  /** A data source as Notion tells it; empty for anything else and for what is in the trash. */
  static Optional<NotionTable> parse(Json source) {
    Optional<String> id = source.at("id").text();
    boolean there =
        source.at("object").text().filter("data_source"::equals).isPresent()
            && !source.at("in_trash").flag().orElse(false);
    if (id.isEmpty() || !there) {
      return Optional.empty();
    }
    var columns = new ArrayList<Column>();
    var types = new HashMap<String, String>();
    for (String name : source.at("properties").names()) {
      Json property = source.at("properties").at(name);
      Optional<String> column = property.at("id").text();
      String type = property.at("type").text().orElse("");
      if (column.isPresent() && !name.isBlank()) {
        columns.add(new Column(column, name, kind(type), choices(property.at(type))));
        types.put(column.get(), type);
      }
    }
    return Optional.of(
        new NotionTable(
            new TrackerTarget(
                id.get(),
                plain(source.at("title")),
                source.at("url").text().flatMap(HttpCall::address),
                columns),
            types));
  }

  String type(String column) {
    return types.getOrDefault(column, "");
  }

  /** The name under which a column is written; ids do not serve everywhere. */
  String name(String column) {
    return target.columns().stream()
        .filter(there -> there.id().filter(column::equals).isPresent())
        .map(Column::name)
        .findFirst()
        .orElse(column);
  }

  /** How a new column is asked for. */
  static JsonObject wanted(Column column) {
    var empty = new JsonObject();
    return switch (column.kind()) {
      case TITLE -> new JsonObject().object("title", empty);
      case TEXT, OTHER -> new JsonObject().object("rich_text", empty);
      case NUMBER -> new JsonObject().object("number", new JsonObject().text("format", "number"));
      case DATE -> new JsonObject().object("date", empty);
      case LINK -> new JsonObject().object("url", empty);
      case CHOICE -> new JsonObject().object("select", options(column));
      case CHOICES -> new JsonObject().object("multi_select", options(column));
      case CHECK -> new JsonObject().object("checkbox", empty);
    };
  }

  private static JsonObject options(Column column) {
    return new JsonObject()
        .objects(
            "options",
            NotionCells.options(column.choices()).stream()
                .map(word -> new JsonObject().text("name", word))
                .toList());
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "title" -> Kind.TITLE;
      case "rich_text" -> Kind.TEXT;
      case "number" -> Kind.NUMBER;
      case "date" -> Kind.DATE;
      case "url" -> Kind.LINK;
      case "select", "status" -> Kind.CHOICE;
      case "multi_select" -> Kind.CHOICES;
      case "checkbox" -> Kind.CHECK;
      default -> Kind.OTHER;
    };
  }

  private static List<String> choices(Json definition) {
    return definition.at("options").items().stream()
        .flatMap(option -> option.at("name").text().stream())
        .toList();
  }

  /** Rich text as it is read. */
  static String plain(Json pieces) {
    return pieces.items().stream()
        .flatMap(piece -> piece.at("plain_text").verbatim().stream())
        .collect(Collectors.joining());
  }
}
