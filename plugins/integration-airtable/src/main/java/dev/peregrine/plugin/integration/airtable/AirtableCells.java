package dev.peregrine.plugin.integration.airtable;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.wire.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cells as Airtable writes them.
 *
 * @see <a href="https://airtable.com/developers/web/api/field-model">Field types and cell
 *     values</a>, read 2026-11-23
 */
final class AirtableCells {

  private AirtableCells() {}

  /** A cell that fits its column, brought to what Airtable keeps. */
  static Cell finished(Cell cell, String type) {
    return switch (cell) {
      case Cell.Moment(var moment) when type.equals("date") ->
          new Cell.Day(moment.atZone(ZoneOffset.UTC).toLocalDate());
      case Cell.Day(var day) when type.equals("dateTime") ->
          new Cell.Moment(day.atStartOfDay(ZoneOffset.UTC).toInstant());
      case Cell.Text(String text) when type.equals("singleLineText") ->
          new Cell.Text(text.replaceAll("\\R", " "));
      case Cell.Choices(var words) ->
          new Cell.Choices(
              words.stream()
                  .map(String::strip)
                  .filter(word -> !word.isEmpty())
                  .distinct()
                  .toList());
      case Cell.Text _,
          Cell.Number _,
          Cell.Day _,
          Cell.Moment _,
          Cell.Link _,
          Cell.Check _,
          Cell.Empty _ ->
          cell;
    };
  }

  /** The fields of a record. */
  static JsonObject fields(Map<String, Cell> cells, AirtableTable table) {
    var fields = new JsonObject();
    cells.forEach((column, cell) -> fields.json(column, written(cell, table.type(column))));
    return fields;
  }

  private static String written(Cell cell, String type) {
    return switch (cell) {
      case Cell.Empty() -> "null";
      case Cell.Text(String text) -> Json.quoted(text);
      case Cell.Number(var number) -> number.toPlainString();
      case Cell.Day(var day) -> Json.quoted(day.toString());
      case Cell.Moment(var moment) -> Json.quoted(moment.toString());
      case Cell.Link(var address) -> Json.quoted(address.toString());
      case Cell.Choices(var words) -> chosen(words, type);
      case Cell.Check(boolean checked) -> Boolean.toString(checked);
    };
  }

  /** What stands in a field. */
  static Cell read(Json value, String type) {
    return switch (type) {
      case "singleLineText", "multilineText" ->
          value
              .verbatim()
              .filter(text -> !text.isEmpty())
              .<Cell>map(Cell.Text::new)
              .orElseGet(Cell.Empty::new);
      case "number", "currency" ->
          value.number().<Cell>map(Cell.Number::new).orElseGet(Cell.Empty::new);
      case "date", "dateTime" -> date(value.text());
      case "url" ->
          value
              .text()
              .flatMap(HttpCall::address)
              .<Cell>map(Cell.Link::new)
              .orElseGet(Cell.Empty::new);
      case "singleSelect" ->
          value
              .text()
              .<Cell>map(word -> new Cell.Choices(List.of(word)))
              .orElseGet(Cell.Empty::new);
      case "multipleSelects" -> new Cell.Choices(value.texts());
      case "checkbox" -> new Cell.Check(value.flag().orElse(false));
      default -> new Cell.Empty();
    };
  }

  private static Cell date(Optional<String> text) {
    try {
      return text.<Cell>map(
              written ->
                  written.length() <= 10
                      ? new Cell.Day(LocalDate.parse(written))
                      : new Cell.Moment(Instant.parse(written)))
          .orElseGet(Cell.Empty::new);
    } catch (DateTimeException unreadable) {
      return new Cell.Empty();
    }
  }

  private static String chosen(List<String> words, String type) {
    if (type.equals("multipleSelects")) {
      return "[%s]".formatted(String.join(",", words.stream().map(Json::quoted).toList()));
    }
    return words.isEmpty() ? "null" : Json.quoted(words.getFirst());
  }
}
