package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a section, or several that were one before they were wrapped.
 *
 * @param date what tells when; empty where nothing does or where it is said in passing
 */
record Item(Line line, String text, Kind kind, Optional<Dates.Hit> date, int last) {

  enum Kind {
    /** An item of a list. */
    BULLET,
    /** Sentences. */
    PROSE,
    /** Short: may be a title, an employer, a school. */
    SHORT
  }

  int first() {
    return line.number();
  }

  boolean isShort() {
    return kind == Kind.SHORT;
  }

  /** The text without what tells when. */
  String rest() {
    return date.map(
            hit ->
                (text.substring(0, hit.start()).replaceAll("[\\s(\\[|,;:·•–—-]+$", "")
                        + "\t"
                        + text.substring(hit.end()).replaceAll("^[\\s)\\]|,;:·•–—-]+", ""))
                    .strip())
        .orElse(text);
  }

  /** Lines of a section, with wrapped ones put together. */
  static List<Item> of(List<Line> lines) {
    var items = new ArrayList<Item>();
    boolean marks = lines.stream().filter(Line::bullet).count() > 1;
    Line before = null;
    for (Line line : lines) {
      if (line.isBlank()) {
        before = null;
        continue;
      }
      Item last = items.isEmpty() ? null : items.getLast();
      if (last != null && before != null && continues(last, before, line, marks)) {
        items.set(items.size() - 1, last.with(line));
      } else {
        items.add(of(line));
      }
      before = line;
    }
    return items;
  }

  private static boolean continues(Item last, Line before, Line line, boolean marks) {
    if (line.bullet() || line.heading() || anchor(line).filter(Dates.Hit::range).isPresent()) {
      return false;
    }
    boolean alike = line.look().equals(before.look());
    boolean small = Character.isLowerCase(line.text().charAt(0));
    if (last.kind == Kind.BULLET) {
      boolean hangs = line.left() > 0 && line.left() >= last.line.left() - 2 && before.left() > 0;
      if (line.bold() && !before.bold()) {
        return false;
      }
      return small && !line.text().contains("\t")
          || (alike && before.full() && line.gap() < 2.2 && (hangs || !marks || before.left() == 0))
          || (alike
              && hangs
              && line.left() > 0
              && last.line.left() - 2 <= line.left()
              && line.gap() < 2.2
              && before.text().length() > 45
              && line.left() < last.line.left() + 8);
    }
    if (last.kind == Kind.PROSE) {
      return small || (alike && before.full() && line.gap() < 2.2 && before.text().length() > 40);
    }
    return small && alike && before.full() && before.text().length() > 50 && last.date.isEmpty();
  }

  private Item with(Line line) {
    String joined =
        text.endsWith("-") && text.length() > 2 && Character.isLowerCase(line.text().charAt(0))
            ? text.substring(0, text.length() - 1) + line.text()
            : text + " " + line.text();
    Kind longer = kind == Kind.SHORT && date.isEmpty() ? Kind.PROSE : kind;
    return new Item(this.line, joined, longer, date, line.number());
  }

  private static Item of(Line line) {
    Optional<Dates.Hit> date = line.bullet() ? bulletDate(line) : anchor(line);
    Kind kind = line.bullet() && date.isEmpty() ? Kind.BULLET : kind(line, date.isPresent());
    return new Item(line, line.text(), kind, date, line.number());
  }

  /** Some lists have one position an item. */
  private static Optional<Dates.Hit> bulletDate(Line line) {
    return line.text().length() < 90
        ? anchor(line)
            .filter(Dates.Hit::range)
            .filter(hit -> hit.start() == 0 || line.text().length() - hit.end() < 3)
        : Optional.empty();
  }

  private static Kind kind(Line line, boolean dated) {
    String text = line.text();
    int words = text.split("\\s+").length;
    boolean sentence = text.matches(".*[\\p{Ll})]{3}[.!;]$") && words > 5;
    if (!dated
        && (text.length() > 110
            || sentence
            || (words > 13 && !text.contains("\t") && !line.bold())
            || (words > 3 && Character.isLowerCase(text.charAt(0))))) {
      return Kind.PROSE;
    }
    return Kind.SHORT;
  }

  /** The date that this line is about: at an end of it, in brackets or set apart. */
  private static Optional<Dates.Hit> anchor(Line line) {
    String text = line.text();
    List<Dates.Hit> hits = Dates.in(text);
    Optional<Dates.Hit> best =
        hits.stream().filter(Dates.Hit::range).findFirst().or(() -> hits.stream().findFirst());
    if (best.isEmpty() || text.length() > 170) {
      return Optional.empty();
    }
    Dates.Hit hit = best.get();
    String before = text.substring(0, hit.start());
    String after = text.substring(hit.end());
    boolean apart =
        before.isBlank()
            || after.matches("[\\s)\\].,;:r]*")
            || before.matches("(?s).*[\\t(\\[|•·,–—:]\\s*$")
            || after.matches("(?s)^\\s*[\\t)\\]|•·,–—:].*");
    int words = (before + " " + after).strip().split("\\s+").length;
    boolean sentence = text.matches(".*\\p{Ll}{3}[.!]$") && words > 8;
    return apart && !sentence && words <= (hit.range() ? 22 : 14)
        ? Optional.of(hit)
        : Optional.empty();
  }
}
