package dev.peregrine.host.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads tesseract's table of words as the pieces of a page. */
final class RecognisedWords {

  /** Whatever it is less sure of is mostly a stain. */
  private static final double LEAST_SURE = 30;

  /** A bullet is read as many a sign, and as a letter that is no word before a capital. */
  private static final Pattern BULLET = Pattern.compile("[•*·«»¢©®°+-] \\S|[eo] (?=\\p{Lu})");

  private static final int POINTS_PER_INCH = 72;
  private static final int COLUMNS = 12;

  /** A word at its place, in dots. */
  private record Word(int left, int top, int width, int height, String text) {
    int right() {
      return left + width;
    }
  }

  private RecognisedWords() {}

  /**
   * @param table a line a word, as {@code tesseract … tsv} writes it: level, page, block,
   *     paragraph, line, word, left, top, width, height, confidence, text
   */
  static List<TextPiece> pieces(String table, int page, int dotsPerInch) {
    Map<String, List<Word>> lines = lines(table);
    var pieces = new ArrayList<TextPiece>();
    double points = (double) POINTS_PER_INCH / dotsPerInch;
    lines.values().forEach(words -> add(pieces, words, page, points));
    return pieces;
  }

  /** The lines of a picture as text; what stands apart is parted by an empty line. */
  static String text(String table) {
    var text = new StringBuilder();
    String before = "";
    for (Map.Entry<String, List<Word>> line : lines(table).entrySet()) {
      String paragraph = line.getKey().substring(0, line.getKey().lastIndexOf('.'));
      if (!text.isEmpty()) {
        text.append(paragraph.equals(before) ? "\n" : "\n\n");
      }
      text.append(String.join(" ", line.getValue().stream().map(Word::text).toList()));
      before = paragraph;
    }
    return text.toString();
  }

  /** The words by block, paragraph and line. */
  private static Map<String, List<Word>> lines(String table) {
    Map<String, List<Word>> lines = new LinkedHashMap<>();
    for (String row : table.split("\n")) {
      String[] cells = row.strip().split("\t", -1);
      if (cells.length == COLUMNS && cells[0].equals("5") && sure(cells[10])) {
        lines
            .computeIfAbsent(
                String.join(".", cells[2], cells[3], cells[4]), line -> new ArrayList<>())
            .add(
                new Word(
                    whole(cells[6]), whole(cells[7]), whole(cells[8]), whole(cells[9]), cells[11]));
      }
    }
    return lines;
  }

  /** A wide gap within a line parts two columns, or a title from its dates. */
  private static void add(List<TextPiece> pieces, List<Word> words, int page, double points) {
    int height = words.stream().mapToInt(Word::height).max().orElse(1);
    var run = new ArrayList<Word>();
    for (Word word : words) {
      if (!run.isEmpty() && word.left() - run.getLast().right() > 2 * height) {
        pieces.add(piece(run, height, page, points));
        run.clear();
      }
      run.add(word);
    }
    if (!run.isEmpty()) {
      pieces.add(piece(run, height, page, points));
    }
  }

  private static TextPiece piece(List<Word> words, int height, int page, double points) {
    String text = String.join(" ", words.stream().map(Word::text).toList());
    int bottom = words.stream().mapToInt(word -> word.top() + word.height()).max().orElse(0);
    boolean bullet = BULLET.matcher(text).lookingAt();
    return new TextPiece(
        TextPiece.Kind.TEXT,
        page,
        words.getFirst().left() * points,
        words.getLast().right() * points,
        bottom * points,
        Math.round(height * points),
        false,
        false,
        false,
        bullet ? "• " + text.substring(2) : text);
  }

  private static boolean sure(String confidence) {
    try {
      return Double.parseDouble(confidence) >= LEAST_SURE;
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private static int whole(String number) {
    try {
      return Math.clamp(Integer.parseInt(number), 0, 100_000);
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
