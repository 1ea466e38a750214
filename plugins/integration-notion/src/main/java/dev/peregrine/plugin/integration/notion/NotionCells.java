package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.wire.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cells as Notion writes them.
 *
 * @see <a href="https://developers.notion.com/reference/page-property-values">Page properties</a>
 *     and <a href="https://developers.notion.com/reference/request-limits">limits</a>, read
 *     2026-11-23
 */
final class NotionCells {

  private static final int PIECE = 2000;
  private static final int LONGEST_OPTION = 100;
  private static final int LONGEST_LINK = 2000;
  private static final int MOST_OPTIONS = 100;

  private NotionCells() {}

  /** A cell that fits its column, brought to what Notion takes. */
  static Cell finished(Cell cell, Column column, NotionTable table) throws ExtensionException {
    if (cell instanceof Cell.Link(var address) && address.toString().length() > LONGEST_LINK) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Column \"%s\" holds addresses of at most %d characters, and this one has %d. Choose a column of text for it."
              .formatted(column.name(), LONGEST_LINK, address.toString().length()));
    }
    if (!(cell instanceof Cell.Choices(var words))) {
      return cell;
    }
    List<String> options = options(words);
    if (table.type(column.id().orElse("")).equals("status")) {
      checkKnown(options, column);
    }
    return options.isEmpty() ? new Cell.Empty() : new Cell.Choices(options);
  }

  /** Words as options can be named: without commas, not longer than 100 characters. */
  static List<String> options(List<String> words) {
    return words.stream()
        .map(word -> word.replace(',', ' ').replaceAll("\\s+", " ").strip())
        .filter(word -> !word.isEmpty())
        .map(word -> cut(word, LONGEST_OPTION))
        .distinct()
        .limit(MOST_OPTIONS)
        .toList();
  }

  /** The value of a property of that type. */
  static JsonObject written(Cell cell, String type) {
    String json =
        switch (cell) {
          case Cell.Empty() ->
              switch (type) {
                case "title", "rich_text", "multi_select" -> "[]";
                case "checkbox" -> "false";
                default -> "null";
              };
          case Cell.Text(String text) -> pieces(text);
          case Cell.Number(var number) -> number.toPlainString();
          case Cell.Day(var day) -> new JsonObject().text("start", day.toString()).toString();
          case Cell.Moment(var moment) ->
              new JsonObject().text("start", moment.toString()).toString();
          case Cell.Link(var address) -> Json.quoted(address.toString());
          case Cell.Choices(var words) -> chosen(words, type);
          case Cell.Check(boolean checked) -> Boolean.toString(checked);
        };
    return new JsonObject().json(type, json);
  }

  /** What stands in a property. */
  static Cell read(Json property) {
    Json value = property.at(property.at("type").text().orElse(""));
    return switch (property.at("type").text().orElse("")) {
      case "title", "rich_text" -> {
        String text = NotionTable.plain(value);
        yield text.isEmpty() ? new Cell.Empty() : new Cell.Text(text);
      }
      case "number" -> value.number().<Cell>map(Cell.Number::new).orElseGet(Cell.Empty::new);
      case "date" -> date(value.at("start").text());
      case "url" ->
          value
              .text()
              .flatMap(HttpCall::address)
              .<Cell>map(Cell.Link::new)
              .orElseGet(Cell.Empty::new);
      case "select", "status" ->
          value
              .at("name")
              .text()
              .<Cell>map(word -> new Cell.Choices(List.of(word)))
              .orElseGet(Cell.Empty::new);
      case "multi_select" ->
          new Cell.Choices(
              value.items().stream().flatMap(word -> word.at("name").text().stream()).toList());
      case "checkbox" -> new Cell.Check(value.flag().orElse(false));
      default -> new Cell.Empty();
    };
  }

  private static Cell date(Optional<String> start) {
    try {
      return start
          .<Cell>map(
              text ->
                  text.length() <= 10
                      ? new Cell.Day(LocalDate.parse(text))
                      : new Cell.Moment(moment(text)))
          .orElseGet(Cell.Empty::new);
    } catch (DateTimeException unreadable) {
      return new Cell.Empty();
    }
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static void checkKnown(List<String> options, Column column) throws ExtensionException {
    for (String word : options) {
      if (!column.choices().contains(word)) {
        throw new ExtensionException(
            Kind.BAD_SETTINGS,
            "Column \"%s\" is a status without \"%s\", expected one of %s. Add it in Notion, or choose a column of the kind Select."
                .formatted(column.name(), word, column.choices()));
      }
    }
  }

  private static String chosen(List<String> words, String type) {
    List<JsonObject> options =
        words.stream().map(word -> new JsonObject().text("name", word)).toList();
    return type.equals("multi_select")
        ? "[%s]".formatted(String.join(",", options.stream().map(JsonObject::toString).toList()))
        : options.getFirst().toString();
  }

  /** A text in pieces, of which each is as long as Notion takes one. */
  private static String pieces(String text) {
    var pieces = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int to = from + cut(text.substring(from), PIECE).length();
      pieces.add(
          new JsonObject()
              .text("type", "text")
              .object("text", new JsonObject().text("content", text.substring(from, to)))
              .toString());
      from = to;
    }
    return "[%s]".formatted(String.join(",", pieces));
  }

  /** The beginning of a text, with no character halved. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
