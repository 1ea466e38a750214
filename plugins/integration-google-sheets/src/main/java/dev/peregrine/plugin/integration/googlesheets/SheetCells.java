package dev.peregrine.plugin.integration.googlesheets;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import dev.peregrine.integration.wire.Cells;
import dev.peregrine.wire.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Cells as a spreadsheet keeps them: texts, numbers, yes and no; dates are numbers of days. */
final class SheetCells {

  /** Day 0 of spreadsheets. */
  private static final LocalDate START = LocalDate.of(1899, 12, 30);

  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

  private SheetCells() {}

  /**
   * A cell as it is written. Texts are texts, also those that look like a formula, a number or a
   * date.
   */
  static JsonObject written(Cell cell, ZoneId zone) {
    return switch (cell) {
      case Cell.Empty() -> new JsonObject();
      case Cell.Number(var number) -> number(number);
      case Cell.Day(var day) -> dated(number(serial(day.atStartOfDay())), "DATE", "yyyy-mm-dd");
      case Cell.Moment(var moment) ->
          dated(number(serial(local(moment, zone))), "DATE_TIME", "yyyy-mm-dd hh:mm");
      case Cell.Check(boolean checked) -> value(new JsonObject().flag("boolValue", checked));
      case Cell.Text _, Cell.Link _, Cell.Choices _ ->
          value(new JsonObject().text("stringValue", Cells.text(cell)));
    };
  }

  /** What of a cell is written; the format belongs to the person, but for dates. */
  static String fields(Cell cell) {
    return cell instanceof Cell.Day || cell instanceof Cell.Moment
        ? "userEnteredValue,userEnteredFormat.numberFormat"
        : "userEnteredValue";
  }

  /** Whether what stands there is what would be written. */
  static boolean isSame(Json there, Cell cell, ZoneId zone) {
    return key(there).equals(key(cell, zone));
  }

  /** What stands there, read as the kind of cell that is written there. */
  static Cell like(Json there, Cell cell, ZoneId zone) {
    return switch (cell) {
      case Cell.Text _, Cell.Empty _ -> read(there, Kind.TEXT, zone);
      case Cell.Number _ -> read(there, Kind.NUMBER, zone);
      case Cell.Day _, Cell.Moment _ -> read(there, Kind.DATE, zone);
      case Cell.Link _ -> read(there, Kind.LINK, zone);
      case Cell.Choices _ -> read(there, Kind.CHOICES, zone);
      case Cell.Check _ -> read(there, Kind.CHECK, zone);
    };
  }

  /** What stands in a cell of a column of that kind; text where it is of another kind. */
  static Cell read(Json there, Kind kind, ZoneId zone) {
    String text = there.verbatim().orElseGet(() -> there.text().orElse(""));
    if (text.isEmpty()) {
      return new Cell.Empty();
    }
    boolean string = there.verbatim().isPresent();
    return switch (kind) {
      case NUMBER -> string ? new Cell.Text(text) : number(there, text);
      case DATE -> string ? new Cell.Text(text) : date(there, text, zone);
      case LINK ->
          HttpCall.address(text).<Cell>map(Cell.Link::new).orElseGet(() -> new Cell.Text(text));
      case CHOICE -> new Cell.Choices(List.of(text));
      case CHOICES -> new Cell.Choices(List.of(text.split(", ")));
      case CHECK -> there.flag().<Cell>map(Cell.Check::new).orElseGet(() -> new Cell.Text(text));
      case TITLE, TEXT, OTHER -> new Cell.Text(text);
    };
  }

  /** The kind of the column in which such a cell stands. */
  static Kind kind(Cell cell) {
    return switch (cell) {
      case Cell.Text _, Cell.Empty _ -> Kind.TEXT;
      case Cell.Number _ -> Kind.NUMBER;
      case Cell.Day _, Cell.Moment _ -> Kind.DATE;
      case Cell.Link _ -> Kind.LINK;
      case Cell.Choices(var words) -> words.size() > 1 ? Kind.CHOICES : Kind.CHOICE;
      case Cell.Check _ -> Kind.CHECK;
    };
  }

  private static Cell number(Json there, String text) {
    return there.number().<Cell>map(Cell.Number::new).orElseGet(() -> new Cell.Text(text));
  }

  private static Cell date(Json there, String text, ZoneId zone) {
    BigDecimal serial = there.number().orElse(null);
    if (serial == null || serial.abs().compareTo(BigDecimal.valueOf(3_000_000)) > 0) {
      return new Cell.Text(text);
    }
    long days = serial.setScale(0, RoundingMode.FLOOR).longValueExact();
    long seconds =
        serial
            .subtract(BigDecimal.valueOf(days))
            .multiply(SECONDS)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    LocalDate day = START.plusDays(days);
    return seconds == 0
        ? new Cell.Day(day)
        : new Cell.Moment(day.atStartOfDay().plusSeconds(seconds).atZone(zone).toInstant());
  }

  private static String key(Json there) {
    if (there.verbatim().isPresent()) {
      return there.verbatim().get().isBlank() ? "" : "text " + there.verbatim().get();
    }
    String text = there.text().orElse("");
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true") ? "true" : "";
    }
    return there.number().map(SheetCells::key).orElse("");
  }

  private static String key(Cell cell, ZoneId zone) {
    return switch (cell) {
      case Cell.Empty() -> "";
      case Cell.Number(var number) -> key(number);
      case Cell.Day(var day) -> key(serial(day.atStartOfDay()));
      case Cell.Moment(var moment) -> key(serial(local(moment, zone)));
      case Cell.Check(boolean checked) -> checked ? "true" : "";
      case Cell.Text _, Cell.Link _, Cell.Choices _ ->
          Cells.text(cell).isBlank() ? "" : "text " + Cells.text(cell);
    };
  }

  private static String key(BigDecimal number) {
    // To the tenth of a second, where it is a moment.
    return number.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  private static LocalDateTime local(Instant moment, ZoneId zone) {
    return LocalDateTime.ofInstant(moment, zone);
  }

  private static BigDecimal serial(LocalDateTime time) {
    BigDecimal days = BigDecimal.valueOf(time.toLocalDate().toEpochDay() - START.toEpochDay());
    return days.add(
        BigDecimal.valueOf(time.toLocalTime().toSecondOfDay())
            .divide(SECONDS, 10, RoundingMode.HALF_UP));
  }

  private static JsonObject number(BigDecimal number) {
    return value(new JsonObject().json("numberValue", number.toPlainString()));
  }

  private static JsonObject value(JsonObject entered) {
    return new JsonObject().object("userEnteredValue", entered);
  }

  private static JsonObject dated(JsonObject cell, String type, String pattern) {
    return cell.object(
        "userEnteredFormat",
        new JsonObject()
            .object("numberFormat", new JsonObject().text("type", type).text("pattern", pattern)));
  }
}
