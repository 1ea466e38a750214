package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads sections of positions: paid work, and unpaid. */
final class PositionReader {

  /** What the head of an entry says. */
  private record Head(
      Optional<Part> title, Optional<Part> employer, Optional<Part> place, List<Part> rest) {}

  private final Findings findings;
  private final String path;

  PositionReader(Findings findings, String path) {
    this.findings = findings;
    this.path = path;
  }

  List<Work> read(List<Line> lines) {
    List<Item> items =
        Item.of(lines).stream().filter(item -> !Dates.isLength(item.text())).toList();
    Predicate<Item> ranged = item -> item.date().filter(Dates.Hit::range).isPresent();
    boolean ranges = items.stream().anyMatch(ranged);
    List<Block> blocks =
        Block.of(
            items,
            item -> ranged.test(item) || (item.date().isPresent() && (!ranges || isSingle(item))),
            item -> item.line().bold() && item.isShort());
    List<List<Part>> mains = blocks.stream().map(PositionReader::mains).toList();
    boolean titleFirst = titleFirst(mains);
    var work = new ArrayList<Work>();
    Optional<Part> employer = Optional.empty();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Head head = head(block, mains.get(i), titleFirst);
      if (isGroup(blocks, i, head, mains, titleFirst)) {
        employer = head.employer().or(head::title);
        continue;
      }
      boolean said = head.employer().isPresent();
      employer = said ? head.employer() : employer;
      if (head.title().isEmpty() && employer.isEmpty()) {
        continue;
      }
      work.add(made(block, head, said ? head.employer() : employer, said, work.size()));
    }
    return work;
  }

  private static boolean isSingle(Item item) {
    Dates.Hit hit = item.date().orElseThrow();
    int others = item.text().length() - (hit.end() - hit.start());
    return others < 3 || (item.line().bold() && others < 80) || item.text().contains("\t");
  }

  /** An employer with its own dates, and positions with theirs below it. */
  private static boolean isGroup(
      List<Block> blocks, int i, Head head, List<List<Part>> mains, boolean titleFirst) {
    if (i + 1 >= blocks.size() || !blocks.get(i).body().isEmpty()) {
      return false;
    }
    Head next = head(blocks.get(i + 1), mains.get(i + 1), titleFirst);
    boolean alone = head.title().isEmpty() != head.employer().isEmpty();
    boolean nextAlone = next.employer().isEmpty() && next.title().isPresent();
    return alone
        && nextAlone
        && (head.employer().isPresent()
            || head.title().filter(part -> part.balance() <= 0).isPresent())
        && within(blocks.get(i + 1).period(), blocks.get(i).period());
  }

  private static boolean within(Period inner, Period outer) {
    if (inner.start().isEmpty() || outer.start().isEmpty()) {
      return true;
    }
    boolean begins = inner.start().get().year() >= outer.start().get().year();
    boolean ends =
        outer.current()
            || outer.end().isEmpty()
            || inner.end().isEmpty()
            || inner.end().get().year() <= outer.end().get().year();
    return begins && ends;
  }

  /** Parts that can be a title or an employer, in reading order. */
  private static List<Part> mains(Block block) {
    var parts = new ArrayList<Part>();
    boolean passed = false;
    int below = 0;
    int allowed = 0;
    for (Item item : block.head()) {
      boolean anchor = block.anchor().filter(item::equals).isPresent();
      List<Part> its = Part.of(List.of(item)).stream().filter(part -> !part.isAside()).toList();
      boolean enough =
          parts.size() >= 2
              || (parts.size() == 1
                  && parts.getFirst().halves().size() == 2
                  && isBoth(parts.getFirst()));
      if (passed) {
        if (enough || isSentence(item) || (!its.isEmpty() && ++below > allowed)) {
          break;
        }
      }
      parts.addAll(its);
      if (anchor) {
        passed = true;
        allowed = parts.isEmpty() ? 2 : 1;
      }
    }
    if (parts.size() == 1 && isBoth(parts.getFirst())) {
      return parts.getFirst().halves();
    }
    return parts;
  }

  private static boolean isBoth(Part part) {
    List<Part> halves = part.halves();
    return halves.size() == 2 && Math.abs(halves.get(0).balance() - halves.get(1).balance()) >= 2
        || (halves.size() == 2
            && part.text().matches(".*\\s(?:at|@|bei|chez|presso|hos|bij)\\s.*"));
  }

  private static boolean isSentence(Item item) {
    return item.text().length() > 90
        || item.text().matches(".*\\p{Ll}{3}\\.$")
        || item.text()
            .matches(
                "(?i)^(technologies|tech stack|stack|skills|tools|technologien|responsibilities|aufgaben|key achievements|achievements|environment|umgebung)\\b.*");
  }

  private static boolean titleFirst(List<List<Part>> all) {
    int votes = 0;
    for (List<Part> parts : all) {
      if (parts.size() >= 2) {
        votes += Integer.signum(parts.get(0).balance() - parts.get(1).balance());
      }
    }
    return votes >= 0;
  }

  private static Head head(Block block, List<Part> mains, boolean titleFirst) {
    Optional<Part> place =
        Part.of(block.head()).stream().filter(part -> Words.isPlace(part.text())).findFirst();
    if (mains.isEmpty()) {
      return new Head(Optional.empty(), Optional.empty(), place, List.of());
    }
    Part first = mains.getFirst();
    if (mains.size() == 1) {
      boolean title =
          first.balance() > 0 || (first.balance() == 0 && Words.TITLE.in(first.text()) > 0);
      return title
          ? new Head(Optional.of(first), Optional.empty(), place, List.of())
          : new Head(Optional.empty(), Optional.of(first), place, List.of());
    }
    Part second = mains.get(1);
    int difference = first.balance() - second.balance();
    boolean isTitle = difference == 0 || Math.abs(difference) < 2 ? titleFirst : difference > 0;
    Part employer = isTitle ? second : first;
    Optional<Part> town = place.isPresent() ? Optional.empty() : employer.town();
    return new Head(
        Optional.of(isTitle ? first : second),
        Optional.of(town.isPresent() ? employer.withoutTown() : employer),
        place.or(() -> town),
        mains.subList(2, mains.size()));
  }

  private Work made(Block block, Head head, Optional<Part> employer, boolean said, int index) {
    String at = "%s[%d]".formatted(path, index);
    String name = path.equals("volunteer") ? ".organization" : ".name";
    int line = block.anchor().map(Item::first).orElse(block.first());
    double sure = sureness(block, head);
    employer.ifPresent(
        part ->
            findings.add(
                at + name,
                Optional.of(part.text()),
                said ? sure : sure - 0.1,
                part.item().first(),
                part.item().last()));
    head.title()
        .ifPresent(
            part ->
                findings.add(
                    at + ".position",
                    Optional.of(part.text()),
                    sure,
                    part.item().first(),
                    part.item().last()));
    head.place()
        .ifPresent(
            part ->
                findings.add(
                    at + ".location",
                    Optional.of(part.text()),
                    0.85,
                    part.item().first(),
                    part.item().last()));
    findings.period(
        at, block.period(), block.date().filter(Dates.Hit::range).isPresent() ? 0.95 : 0.7, line);
    List<Item> bullets = new ArrayList<>();
    List<Item> prose = new ArrayList<>();
    for (Item item : unclaimed(block, head, employer)) {
      (item.kind() == Item.Kind.BULLET ? bullets : prose).add(item);
    }
    if (bullets.isEmpty() && prose.size() > 1) {
      bullets = prose;
      prose = List.of();
    }
    findings.texts(at + ".highlights", bullets);
    Optional<String> summary =
        prose.isEmpty()
            ? Optional.empty()
            : Optional.of(String.join("\n", prose.stream().map(Item::text).toList()));
    findings.add(
        at + ".summary",
        summary,
        0.8,
        prose.isEmpty() ? 0 : prose.getFirst().first(),
        prose.isEmpty() ? 0 : prose.getLast().last());
    return Work.EMPTY
        .withName(employer.map(Part::text))
        .withPosition(head.title().map(Part::text))
        .withLocation(head.place().map(Part::text))
        .withPeriod(block.period())
        .withSummary(summary)
        .withHighlights(bullets.stream().map(Item::text).toList());
  }

  private static double sureness(Block block, Head head) {
    double sure = 0.6;
    sure += block.date().filter(Dates.Hit::range).isPresent() ? 0.15 : 0;
    sure += head.title().filter(part -> Words.TITLE.in(part.text()) > 0).isPresent() ? 0.15 : 0;
    sure += head.employer().filter(part -> Words.TITLE.in(part.text()) == 0).isPresent() ? 0.07 : 0;
    return sure - (head.rest().isEmpty() ? 0 : 0.1);
  }

  /** Lines of the entry that are neither title, employer, place nor date. */
  private static List<Item> unclaimed(Block block, Head head, Optional<Part> employer) {
    var items = new ArrayList<Item>();
    for (Item item : block.head()) {
      boolean claimed =
          block.anchor().filter(item::equals).isPresent()
              || head.title().filter(part -> part.item().equals(item)).isPresent()
              || employer.filter(part -> part.item().equals(item)).isPresent()
              || Part.of(List.of(item)).stream().allMatch(Part::isAside);
      if (!claimed) {
        items.add(item);
      }
    }
    items.addAll(block.body());
    return items;
  }
}
