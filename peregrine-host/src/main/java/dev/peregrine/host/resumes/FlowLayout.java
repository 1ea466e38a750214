package dev.peregrine.host.resumes;

import dev.peregrine.host.documents.TextPiece;
import java.util.ArrayList;
import java.util.List;

/** Lines of documents without positions: paragraphs, and tables that were used for layout. */
final class FlowLayout {

  private final List<TextPiece> pieces;
  private int at;

  private FlowLayout(List<TextPiece> pieces) {
    this.pieces = pieces;
  }

  static List<Line> lines(List<TextPiece> pieces) {
    var layout = new FlowLayout(pieces);
    var lines = new ArrayList<Line>();
    while (layout.at < pieces.size()) {
      lines.addAll(layout.until(""));
      layout.at++;
    }
    return lines;
  }

  /** Lines up to the bracket that closes; leaves it to be passed. */
  private List<Line> until(String name) {
    var lines = new ArrayList<Line>();
    for (; at < pieces.size(); at++) {
      TextPiece piece = pieces.get(at);
      switch (piece.kind()) {
        case TEXT, MARGIN -> lines.add(line(piece));
        case OPEN -> {
          at++;
          lines.addAll(piece.text().equals("row") ? row() : until(piece.text()));
        }
        case CLOSE -> {
          if (piece.text().equals(name)) {
            return lines;
          }
        }
        case LINK, WARNING -> {}
      }
    }
    return lines;
  }

  private List<Line> row() {
    var cells = new ArrayList<List<Line>>();
    for (; at < pieces.size(); at++) {
      TextPiece piece = pieces.get(at);
      if (piece.kind() == TextPiece.Kind.CLOSE && piece.text().equals("row")) {
        break;
      }
      if (piece.kind() == TextPiece.Kind.OPEN) {
        at++;
        List<Line> cell = until(piece.text());
        cell.removeIf(Line::isBlank);
        if (!cell.isEmpty()) {
          cells.add(cell);
        }
      }
    }
    return joined(cells);
  }

  private static List<Line> joined(List<List<Line>> cells) {
    if (cells.size() < 2) {
      return cells.isEmpty() ? List.of() : cells.getFirst();
    }
    boolean columns =
        cells.stream().filter(cell -> cell.size() > 3).count() > 1
            || cells.stream()
                    .filter(
                        cell ->
                            cell.size() > 1
                                && cell.stream()
                                    .anyMatch(line -> Headings.find(line.text()).isPresent()))
                    .count()
                > 1;
    var lines = new ArrayList<Line>();
    if (columns) {
      for (List<Line> cell : cells) {
        for (int i = 0; i < cell.size(); i++) {
          lines.add(i == 0 ? cell.get(i).startingColumn() : cell.get(i));
        }
      }
      return lines;
    }
    int longest = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      Line first = null;
      for (List<Line> cell : cells) {
        if (i < cell.size()) {
          Line line = cell.get(i);
          first = first == null ? line : first.withText(first.text() + "\t" + line.text());
        }
      }
      if (first != null) {
        lines.add(first);
      }
    }
    return lines;
  }

  private static Line line(TextPiece piece) {
    String text = piece.text().replace('\u00A0', ' ').strip().replaceAll(" {3,}|\\t+", "\t");
    boolean hash = text.matches("#{1,6} .*");
    boolean stars = text.matches("\\*\\*[^*]+\\*\\*:?.*");
    text = text.replaceAll("^#{1,6} |\\*\\*|__", "").replaceAll("^[-=_*~]{4,}$", "").strip();
    String bare = Bullet.without(text);
    boolean bullet = piece.bullet() || !bare.equals(text);
    double indent = piece.text().length() - piece.text().stripLeading().length();
    return new Line(
        0,
        0,
        bare,
        piece.bold() || hash || stars,
        piece.size(),
        bullet,
        piece.heading() || hash,
        false,
        indent,
        0,
        false,
        0);
  }
}
