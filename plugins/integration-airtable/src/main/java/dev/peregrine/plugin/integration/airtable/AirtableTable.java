package dev.peregrine.plugin.integration.airtable;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import dev.peregrine.plugin.integration.airtable.AirtableApi.Base;
import dev.peregrine.wire.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it is now.
 *
 * @param base the id of the base in which it is
 * @param id its own id
 * @param types Airtable's own word for what a column holds, by its id
 */
record AirtableTable(String base, String id, TrackerTarget target, Map<String, String> types) {

  AirtableTable {
    types = Map.copyOf(types);
  }

  static Optional<AirtableTable> parse(Base base, Json table) {
    Optional<String> id = table.at("id").text().filter(text -> isId(text, "tbl"));
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String primary = table.at("primaryFieldId").text().orElse("");
    var columns = new ArrayList<Column>();
    var types = new HashMap<String, String>();
    for (Json field : table.at("fields").items()) {
      Optional<String> column = field.at("id").text();
      String name = field.at("name").text().orElse("");
      if (column.isEmpty() || name.isBlank()) {
        continue;
      }
      String type = field.at("type").text().orElse("");
      Kind kind = kind(type);
      boolean title = column.get().equals(primary) && kind == Kind.TEXT;
      columns.add(
          new Column(column, name, title ? Kind.TITLE : kind, choices(field.at("options"))));
      types.put(column.get(), type);
    }
    String name = table.at("name").text().orElse(id.get());
    return Optional.of(
        new AirtableTable(
            base.id(),
            id.get(),
            new TrackerTarget(
                base.id() + "/" + id.get(),
                base.name().equals(base.id()) ? name : "%s (%s)".formatted(name, base.name()),
                Optional.of(
                    URI.create("https://airtable.com/%s/%s".formatted(base.id(), id.get()))),
                columns),
            types));
  }

  static boolean isId(String text, String prefix) {
    return text.startsWith(prefix) && text.matches("[A-Za-z0-9]{17}");
  }

  /** The table that a target's id names. */
  static AirtableTable find(String target, AirtableApi api)
      throws ExtensionException, InterruptedException {
    String[] ids = target.split("/", -1);
    if (ids.length == 2 && isId(ids[0], "app") && isId(ids[1], "tbl")) {
      for (AirtableTable table : api.tables(new Base(ids[0], ids[0], true))) {
        if (table.id().equals(ids[1])) {
          return table;
        }
      }
    }
    throw new ExtensionException(
        ExtensionException.Kind.BAD_SETTINGS,
        "Airtable does not have the table \"%s\" any more. Restore it from the base's trash, or choose another."
            .formatted(target.length() > 60 ? target.substring(0, 60) : target));
  }

  String type(String column) {
    return types.getOrDefault(column, "");
  }

  /** The path of its records. */
  String path() {
    return "/v0/%s/%s".formatted(base, id);
  }

  URI link(String record) {
    return URI.create("https://airtable.com/%s/%s/%s".formatted(base, id, record));
  }

  /** How a new column is asked for. */
  static JsonObject wanted(Column column) {
    var field = new JsonObject().text("name", column.name());
    return switch (column.kind()) {
      case TITLE -> field.text("type", "singleLineText");
      case TEXT, OTHER -> field.text("type", "multilineText");
      case NUMBER ->
          field.text("type", "number").object("options", new JsonObject().whole("precision", 0));
      case DATE ->
          field
              .text("type", "date")
              .object(
                  "options",
                  new JsonObject().object("dateFormat", new JsonObject().text("name", "iso")));
      case LINK -> field.text("type", "url");
      case CHOICE -> field.text("type", "singleSelect").object("options", words(column));
      case CHOICES -> field.text("type", "multipleSelects").object("options", words(column));
      case CHECK ->
          field
              .text("type", "checkbox")
              .object(
                  "options", new JsonObject().text("icon", "check").text("color", "greenBright"));
    };
  }

  private static JsonObject words(Column column) {
    return new JsonObject()
        .objects(
            "choices",
            column.choices().stream().map(word -> new JsonObject().text("name", word)).toList());
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "singleLineText", "multilineText" -> Kind.TEXT;
      case "number", "currency" -> Kind.NUMBER;
      case "date", "dateTime" -> Kind.DATE;
      case "url" -> Kind.LINK;
      case "singleSelect" -> Kind.CHOICE;
      case "multipleSelects" -> Kind.CHOICES;
      case "checkbox" -> Kind.CHECK;
      default -> Kind.OTHER;
    };
  }

  private static List<String> choices(Json options) {
    return options.at("choices").items().stream()
        .flatMap(choice -> choice.at("name").text().stream())
        .toList();
  }
}
