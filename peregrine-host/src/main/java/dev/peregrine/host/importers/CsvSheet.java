package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables of text, as spreadsheets and other programs write them. */
final class CsvSheet {

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int HEAD = 12;

  private CsvSheet() {}

  /**
   * Reads a table.
   *
   * @param encoding as the person chose; empty for what the bytes say
   * @param separator as the person chose; 0 for what the lines say
   * @throws ListException with a sentence where it is no table
   */
  static Sheet read(byte[] bytes, Optional<Encoding> encoding, char separator) {
    Encoding letters = encoding.orElseGet(() -> Encoding.of(bytes));
    String text = letters.text(bytes);
    char told = told(text);
    String plain = told == 0 ? text : text.substring(text.indexOf('\n') + 1);
    char sign = separator != 0 ? separator : told != 0 ? told : separator(plain);
    List<Sheet.Row> rows = rows(plain, sign, told == 0 ? 0 : 1);
    if (rows.isEmpty()) {
      throw new ListException(t("importers.empty"));
    }
    int head = head(rows);
    List<String> header = header(rows, head);
    List<Sheet.Row> body = rows.subList(head + 1, rows.size());
    long more = Math.max(0, body.size() - Sheet.MOST_ROWS);
    return new Sheet(
        Guess.kind(header),
        header,
        body.subList(0, (int) (body.size() - more)),
        Optional.of(letters),
        sign,
        more);
  }

  /** Excel may say it in the first line: {@code sep=;}. */
  private static char told(String text) {
    return text.regionMatches(true, 0, "sep=", 0, 4)
            && text.length() > 5
            && (text.charAt(5) == '\n' || text.charAt(5) == '\r')
        ? text.charAt(4)
        : 0;
  }

  private static List<Sheet.Row> rows(String text, char separator, int before) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setLenientEof(true)
            .setTrailingData(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    var rows = new ArrayList<Sheet.Row>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        var cells = new ArrayList<String>();
        for (int at = 0; at < Math.min(row.size(), Sheet.MOST_COLUMNS); at++) {
          cells.add(Sheet.cell(row.get(at)));
        }
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          rows.add(new Sheet.Row((int) row.getRecordNumber() + before, cells));
        }
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw new ListException(
          t("importers.broken", "row", rows.isEmpty() ? 1 : rows.getLast().number() + 1), broken);
    }
  }

  /** The sign that parts the most lines into the same number of cells. */
  private static char separator(String text) {
    char best = ',';
    long most = 0;
    for (char sign : SEPARATORS) {
      long score = score(text, sign);
      if (score > most) {
        most = score;
        best = sign;
      }
    }
    return best;
  }

  private static long score(String text, char sign) {
    var counts = new ArrayList<Integer>();
    boolean quoted = false;
    int count = 0;
    for (int at = 0; at < text.length() && counts.size() < HEAD; at++) {
      char letter = text.charAt(at);
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == sign && !quoted) {
        count++;
      } else if (letter == '\n' && !quoted) {
        counts.add(count);
        count = 0;
      }
    }
    counts.add(count);
    int widest = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    long alike = counts.stream().filter(each -> each == widest).count();
    return widest == 0 ? 0 : 100 * alike + widest;
  }

  /** The row with the names of the columns: some programs write a note above it. -1 for none. */
  private static int head(List<Sheet.Row> rows) {
    int best = -1;
    long most = 0;
    for (int at = 0; at < Math.min(rows.size(), HEAD); at++) {
      long known = Guess.known(rows.get(at).cells());
      if (known > most) {
        most = known;
        best = at;
      }
    }
    if (best >= 0) {
      return best;
    }
    boolean names =
        rows.size() > 1
            && rows.getFirst().cells().stream()
                .noneMatch(cell -> cell.isEmpty() || cell.length() > 60 || cell.matches(".*\\d.*"));
    return names ? 0 : -1;
  }

  private static List<String> header(List<Sheet.Row> rows, int head) {
    int width =
        rows.subList(Math.max(head, 0), rows.size()).stream()
            .mapToInt(row -> row.cells().size())
            .max()
            .orElse(0);
    var header = new ArrayList<String>();
    for (int at = 0; at < width; at++) {
      String name = head < 0 ? "" : rows.get(head).cell(at).replaceAll("\\s+", " ");
      header.add(
          name.isEmpty()
              ? t("importers.column", "number", at + 1)
              : name.substring(0, Math.min(name.length(), 100)));
    }
    return header;
  }
}
