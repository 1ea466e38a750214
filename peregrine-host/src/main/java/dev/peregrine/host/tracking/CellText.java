package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cells as one text each, to be kept, compared and read; and back. */
final class CellText {

  private static final Set<String> YES = Set.of("yes", "ja", "true", "x", "1");
  private static final Set<String> NO = Set.of("no", "nein", "false", "0");

  private CellText() {}

  /** Empty for nothing; several words a line each. */
  static String of(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> text.text();
      case Cell.Number number -> number.number().stripTrailingZeros().toPlainString();
      case Cell.Day day -> day.day().toString();
      case Cell.Moment moment -> moment.moment().toString();
      case Cell.Link link -> link.address().toString();
      case Cell.Choices choices -> String.join("\n", choices.words());
      case Cell.Check check -> check.checked() ? "yes" : "";
      case Cell.Empty empty -> "";
    };
  }

  /** The cell that a text says; empty where it is none of that kind. */
  static Optional<Cell> read(Kind kind, String text) {
    String plain = text.strip();
    if (plain.isEmpty() || kind == Kind.CHECK && NO.contains(plain.toLowerCase(Locale.ROOT))) {
      return Optional.of(kind == Kind.CHECK ? new Cell.Check(false) : new Cell.Empty());
    }
    try {
      return Optional.ofNullable(
          switch (kind) {
            case TITLE, TEXT -> new Cell.Text(text);
            case NUMBER -> new Cell.Number(new BigDecimal(plain));
            case DATE ->
                plain.length() > 10
                    ? new Cell.Moment(Instant.parse(plain))
                    : new Cell.Day(LocalDate.parse(plain));
            case LINK -> new Cell.Link(URI.create(plain));
            case CHOICE, CHOICES ->
                new Cell.Choices(
                    Arrays.stream(text.split("\n"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
            case CHECK ->
                YES.contains(plain.toLowerCase(Locale.ROOT)) ? new Cell.Check(true) : null;
            case OTHER -> null;
          });
    } catch (DateTimeException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** A text of at most so many characters, not cut within one. */
  static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
