package dev.peregrine.host.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a document with what is known of how it looks: a stretch of a line in a PDF, a
 * paragraph elsewhere. Tables are brackets around pieces.
 *
 * @param page from 1; 0 where the kind of document has no pages
 * @param left in points; 0 where there are no positions
 * @param right in points
 * @param baseline in points from the top of the page
 * @param size of the letters in points; 0 where it is not known
 * @param bullet whether it is an item of a list
 * @param heading whether its style is that of a heading
 * @param text for a link its address; for a bracket its name; may hold tabs
 */
public record TextPiece(
    Kind kind,
    int page,
    double left,
    double right,
    double baseline,
    double size,
    boolean bold,
    boolean bullet,
    boolean heading,
    String text) {

  /** How some word processors write one hyphen into a PDF. */
  private static final Pattern MANY_HYPHENS =
      Pattern.compile("[-\\u2010\\u2011]?\\u00AD+[-\\u2010\\u2011]");

  private static final char SEPARATOR = '\u001F';

  /** What a piece is. */
  public enum Kind {
    TEXT,
    /** The address behind something that can be clicked. */
    LINK,
    /** Begins a table, row or cell. */
    OPEN,
    CLOSE,
    /** Text of a page's header or footer that the document itself calls so. */
    MARGIN,
    /** A sentence about the document. */
    WARNING
  }

  public TextPiece {
    text = MANY_HYPHENS.matcher(text).replaceAll("-");
  }

  /** A paragraph without a position. */
  static TextPiece paragraph(String text, boolean bold, boolean bullet, boolean heading) {
    return new TextPiece(Kind.TEXT, 0, 0, 0, 0, 0, bold, bullet, heading, text);
  }

  static TextPiece of(Kind kind, String text) {
    return new TextPiece(kind, 0, 0, 0, 0, 0, false, false, false, text);
  }

  TextPiece sized(double points) {
    return new TextPiece(kind, page, left, right, baseline, points, bold, bullet, heading, text);
  }

  TextPiece as(Kind other) {
    return new TextPiece(other, page, left, right, baseline, size, bold, bullet, heading, text);
  }

  /** One line, for the way between two processes. */
  String line() {
    return String.join(
        String.valueOf(SEPARATOR),
        kind.name(),
        Integer.toString(page),
        Double.toString(left),
        Double.toString(right),
        Double.toString(baseline),
        Double.toString(size),
        (bold ? "b" : "") + (bullet ? "l" : "") + (heading ? "h" : ""),
        text.replaceAll("[\\n\\r\\x{1F}\\x{2028}\\x{2029}\\x{85}]+", " "));
  }

  /** Pieces from lines as {@link #line} makes them; a line that was cut off is left out. */
  static List<TextPiece> parse(String lines) {
    var pieces = new ArrayList<TextPiece>();
    for (String line : lines.split("\n")) {
      String[] parts = line.split(String.valueOf(SEPARATOR), -1);
      if (parts.length == 8) {
        pieces.add(
            new TextPiece(
                Kind.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]),
                Double.parseDouble(parts[5]),
                parts[6].contains("b"),
                parts[6].contains("l"),
                parts[6].contains("h"),
                parts[7]));
      }
    }
    return pieces;
  }
}
