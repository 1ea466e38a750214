package dev.peregrine.host.resumes;

import dev.peregrine.host.documents.TextPiece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts the pieces of pages in the order in which a person reads them: what goes over both columns,
 * then the narrow column through all pages, then the wide one.
 */
final class PageLayout {

  private static final double SAME_LINE = 0.4;

  private final List<Line> top = new ArrayList<>();
  private final List<Line> side = new ArrayList<>();
  private final List<Line> main = new ArrayList<>();

  private PageLayout() {}

  static List<Line> lines(List<TextPiece> pieces) {
    var pages = new TreeMap<Integer, List<TextPiece>>();
    for (TextPiece piece : pieces) {
      if (piece.kind() == TextPiece.Kind.TEXT && !piece.text().isBlank()) {
        pages.computeIfAbsent(piece.page(), page -> new ArrayList<>()).add(piece);
      }
    }
    var layout = new PageLayout();
    pages.values().forEach(layout::page);
    var lines = new ArrayList<>(layout.top);
    lines.addAll(layout.side);
    lines.addAll(layout.main);
    return lines;
  }

  private void page(List<TextPiece> page) {
    page.sort(Comparator.comparingDouble(TextPiece::baseline).thenComparingDouble(TextPiece::left));
    Optional<Double> gutter = gutter(page);
    if (gutter.isEmpty()) {
      main.addAll(rows(page, false));
      return;
    }
    double x = gutter.get();
    var left = new ArrayList<TextPiece>();
    var right = new ArrayList<TextPiece>();
    var head = new ArrayList<TextPiece>();
    var tail = new ArrayList<TextPiece>();
    double firstBeside =
        page.stream()
            .filter(piece -> piece.left() >= x)
            .mapToDouble(TextPiece::baseline)
            .min()
            .orElse(0);
    boolean begun = false;
    for (TextPiece piece : page) {
      if (piece.right() <= x) {
        boolean above = piece.baseline() < firstBeside - piece.size() && !begun;
        (above && crossesBelow(page, piece, x) ? head : left).add(piece);
      } else if (piece.left() >= x) {
        begun = true;
        right.add(piece);
      } else if (left.size() + right.size() < 4 || piece.baseline() < firstBeside) {
        head.add(piece);
      } else {
        tail.add(piece);
      }
    }
    (main.isEmpty() ? top : main).addAll(rows(head, false));
    var columns = new ArrayList<List<TextPiece>>(parted(left));
    columns.addAll(parted(right));
    List<TextPiece> widest = left;
    if (columns.size() > 2) {
      widest = columns.stream().max(Comparator.comparingInt(PageLayout::letters)).orElse(left);
    } else if (letters(left) <= letters(right) * 1.15) {
      widest = right;
    }
    for (List<TextPiece> column : columns) {
      if (column != widest) {
        side.addAll(rows(column, side.isEmpty()));
      }
    }
    main.addAll(rows(widest, main.isEmpty()));
    main.addAll(rows(tail, false));
  }

  /** A column that is two, each with a heading of its own; else the column. */
  private static List<List<TextPiece>> parted(List<TextPiece> column) {
    Optional<Double> gutter = gutter(column);
    if (gutter.isEmpty()) {
      return List.of(column);
    }
    double x = gutter.get();
    List<TextPiece> left = column.stream().filter(piece -> piece.left() < x).toList();
    List<TextPiece> right = column.stream().filter(piece -> piece.left() >= x).toList();
    boolean two =
        left.stream().allMatch(piece -> piece.right() <= x)
            && headings(rows(left, false)) > 0
            && headings(rows(right, false)) > 0;
    return two ? List.of(left, right) : List.of(column);
  }

  /** Whether a piece over the whole width comes after it and before the columns. */
  private static boolean crossesBelow(List<TextPiece> page, TextPiece piece, double x) {
    return page.stream()
        .anyMatch(
            other -> other.baseline() >= piece.baseline() && other.left() < x && other.right() > x);
  }

  private static int letters(List<TextPiece> pieces) {
    return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
  }

  /** Where a page parts into two columns. */
  private static Optional<Double> gutter(List<TextPiece> page) {
    double from = page.stream().mapToDouble(TextPiece::left).min().orElse(0);
    double to = page.stream().mapToDouble(TextPiece::right).max().orElse(0);
    record Gap(double from, double to, int crossing) {
      double width() {
        return to - from;
      }
    }
    var gaps = new ArrayList<Gap>();
    int most = Math.max(2, page.size() / 7);
    for (double x = from + (to - from) * 0.14; x < from + (to - from) * 0.86; x += 1.5) {
      double at = x;
      int crossing =
          (int) page.stream().filter(p -> p.left() < at - 0.5 && p.right() > at + 0.5).count();
      if (crossing > most) {
        continue;
      }
      Gap last = gaps.isEmpty() ? null : gaps.getLast();
      if (last != null && last.crossing() == crossing && x - last.to() < 2) {
        gaps.set(gaps.size() - 1, new Gap(last.from(), x, crossing));
      } else {
        gaps.add(new Gap(x, x, crossing));
      }
    }
    return gaps.stream()
        .filter(gap -> gap.width() >= 4)
        .sorted(
            Comparator.comparingInt(Gap::crossing)
                .thenComparing(Comparator.comparingDouble(Gap::width).reversed()))
        .map(gap -> (gap.from() + gap.to()) / 2)
        .filter(x -> areColumns(page, x))
        .findFirst();
  }

  private static boolean areColumns(List<TextPiece> page, double x) {
    var left = new ArrayList<TextPiece>();
    var right = new ArrayList<TextPiece>();
    for (TextPiece piece : page) {
      if (piece.right() <= x) {
        left.add(piece);
      } else if (piece.left() >= x) {
        right.add(piece);
      }
    }
    List<Line> leftLines = rows(left, false);
    List<Line> rightLines = rows(right, false);
    if (leftLines.size() < 4
        || rightLines.size() < 4
        || letters(left) < 60
        || letters(right) < 60) {
      return false;
    }
    long leftHeadings = headings(leftLines);
    long rightHeadings = headings(rightLines);
    if (leftHeadings > 0 && rightHeadings > 0) {
      return leftHeadings + rightHeadings > 2 || matched(leftLines, rightLines) < 0.9;
    }
    if (leftHeadings + rightHeadings > 0) {
      List<Line> titled = leftHeadings > 0 ? leftLines : rightLines;
      List<Line> beside = leftHeadings > 0 ? rightLines : leftLines;
      double from = beside.getFirst().baseline() - 3;
      List<Line> labels =
          titled.stream()
              .filter(line -> line.baseline() >= from && Headings.find(line.text()).isEmpty())
              .toList();
      if (!labels.isEmpty() && matched(labels, beside) >= 0.7 && labels.size() < beside.size()) {
        return false;
      }
    }
    if (dated(leftLines) > 0.45 || dated(rightLines) > 0.45) {
      return false;
    }
    List<Line> fewer = leftLines.size() < rightLines.size() ? leftLines : rightLines;
    List<Line> more = leftLines.size() < rightLines.size() ? rightLines : leftLines;
    double matched = matched(fewer, more);
    double length = fewer.stream().mapToInt(line -> line.text().length()).average().orElse(0);
    return !(matched >= 0.75 && (length < 28 || fewer.size() <= 0.5 * more.size()));
  }

  private static long headings(List<Line> lines) {
    return lines.stream().filter(line -> Headings.find(line.text()).isPresent()).count();
  }

  private static double dated(List<Line> lines) {
    long dated =
        lines.stream()
            .filter(
                line ->
                    Words.isPlace(line.text())
                        || Dates.in(line.text()).stream()
                            .anyMatch(hit -> hit.end() - hit.start() > 0.6 * line.text().length()))
            .count();
    return dated / (double) lines.size();
  }

  private static double matched(List<Line> fewer, List<Line> more) {
    long matched =
        fewer.stream()
            .filter(
                line ->
                    more.stream()
                        .anyMatch(
                            other ->
                                Math.abs(other.baseline() - line.baseline())
                                    < SAME_LINE * Math.max(6, line.size())))
            .count();
    return matched / (double) fewer.size();
  }

  /** Pieces on one baseline as one line, with tabs between them. */
  private static List<Line> rows(List<TextPiece> pieces, boolean column) {
    var rows = new ArrayList<List<TextPiece>>();
    for (TextPiece piece : pieces) {
      List<TextPiece> row = rows.isEmpty() ? List.of() : rows.getLast();
      if (!row.isEmpty()
          && row.getFirst().page() == piece.page()
          && Math.abs(row.getFirst().baseline() - piece.baseline())
              < SAME_LINE * Math.max(row.getFirst().size(), piece.size())) {
        row.add(piece);
      } else {
        rows.add(new ArrayList<>(List.of(piece)));
      }
    }
    double edge = pieces.stream().mapToDouble(TextPiece::right).max().orElse(0);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < rows.size(); i++) {
      List<TextPiece> next = i + 1 < rows.size() ? rows.get(i + 1) : List.of();
      Line line = line(rows.get(i), next, edge, lines.isEmpty() ? null : lines.getLast());
      if (!line.text().isEmpty()) {
        lines.add(column && lines.isEmpty() ? line.startingColumn() : line);
      }
    }
    return lines;
  }

  private static Line line(
      List<TextPiece> row,
      List<TextPiece> next,
      double edge,
      @org.jspecify.annotations.Nullable Line before) {
    row.sort(Comparator.comparingDouble(TextPiece::left));
    var text = new StringBuilder();
    double left = row.getFirst().left();
    boolean marked = false;
    TextPiece last = row.getFirst();
    Map<Boolean, Integer> heavy = new HashMap<>();
    for (TextPiece piece : row) {
      heavy.merge(piece.bold(), piece.text().length(), Integer::sum);
      if (text.isEmpty() && Bullet.isMark(piece.text()) && row.size() > 1) {
        marked = true;
        continue;
      }
      if (text.isEmpty()) {
        left = piece.left();
      } else {
        text.append(piece.left() - last.right() > 0.9 * piece.size() ? "\t" : " ");
      }
      text.append(piece.text().replace('\u00A0', ' ').strip());
      last = piece;
    }
    String all = text.toString().strip();
    String bare = Bullet.without(all);
    TextPiece look = row.stream().max(Comparator.comparingInt(p -> p.text().length())).orElse(last);
    double word =
        next.isEmpty()
            ? 0
            : 0.5 * look.size() * (next.getFirst().text().strip().split("\\s")[0].length() + 1);
    double gap =
        before == null || before.page() != look.page() || look.size() <= 0
            ? 0
            : (look.baseline() - before.baseline()) / look.size();
    return new Line(
        0,
        look.page(),
        bare,
        heavy.getOrDefault(true, 0) > heavy.getOrDefault(false, 0),
        look.size(),
        marked || !bare.equals(all),
        false,
        last.right() + word > edge,
        left,
        row.getFirst().baseline(),
        false,
        gap);
  }
}
