package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sections that are lists: certificates, awards, publications, projects, interests. */
final class ListReader {

  private static final Pattern URL =
      Pattern.compile("(?i)(?:https?://|www\\.|github\\.com/)[^\\s,;)|]+");

  private final Findings findings;

  ListReader(Findings findings) {
    this.findings = findings;
  }

  /** A title, who stands behind it, and when. */
  private record Entry(
      String title, Optional<String> by, Optional<PartialDate> date, List<Item> more, Item first) {}

  List<Certificate> certificates(List<Line> lines) {
    var all = new ArrayList<Certificate>();
    for (Entry entry : entries(lines)) {
      String at = "certificates[%d]".formatted(all.size());
      say(at, "name", "issuer", "date", entry);
      all.add(
          Certificate.EMPTY.withName(entry.title()).withIssuer(entry.by()).withDate(entry.date()));
    }
    return all;
  }

  List<Award> awards(List<Line> lines) {
    var all = new ArrayList<Award>();
    for (Entry entry : entries(lines)) {
      String at = "awards[%d]".formatted(all.size());
      say(at, "title", "awarder", "date", entry);
      all.add(Award.EMPTY.withTitle(entry.title()).withAwarder(entry.by()).withDate(entry.date()));
    }
    return all;
  }

  List<Publication> publications(List<Line> lines) {
    var all = new ArrayList<Publication>();
    for (Item item : Item.of(lines)) {
      String at = "publications[%d]".formatted(all.size());
      Optional<PartialDate> date =
          Dates.in(item.text()).stream().findFirst().flatMap(hit -> hit.period().end());
      findings.add(at + ".name", Optional.of(item.text()), 0.75, item.first(), item.last());
      findings.add(at + ".releaseDate", date, 0.75, item.first(), item.last());
      all.add(Publication.EMPTY.withName(item.text()).withReleaseDate(date));
    }
    return all;
  }

  List<Project> projects(List<Line> lines) {
    List<Item> items = Item.of(lines);
    var all = new ArrayList<Project>();
    boolean bullets =
        items.stream().anyMatch(item -> item.kind() == Item.Kind.BULLET)
            && items.stream().anyMatch(item -> item.kind() != Item.Kind.BULLET);
    List<Block> blocks =
        bullets || items.stream().anyMatch(item -> item.date().isPresent())
            ? Block.of(
                items,
                item -> item.date().isPresent(),
                item -> item.isShort() && item.line().bold())
            : items.stream()
                .map(item -> new Block(List.of(item), Optional.empty(), List.of()))
                .toList();
    for (Block block : blocks) {
      List<Part> parts = Part.of(block.head()).stream().filter(part -> !part.isAside()).toList();
      if (parts.isEmpty()) {
        continue;
      }
      String at = "projects[%d]".formatted(all.size());
      Part name = parts.getFirst();
      String title = name.text();
      Optional<String> about = Optional.empty();
      int colon = title.indexOf(": ");
      if (colon > 1) {
        about = Optional.of(title.substring(colon + 2));
        title = title.substring(0, colon);
      }
      List<Item> body = new ArrayList<>(block.head().subList(1, block.head().size()));
      body.removeIf(item -> block.anchor().filter(item::equals).isPresent());
      body.addAll(block.body());
      Matcher url = URL.matcher(name.item().text());
      Optional<String> link = url.find() ? Optional.of(url.group()) : Optional.empty();
      findings.add(at + ".name", Optional.of(title), 0.8, name.item().first(), name.item().first());
      findings.add(at + ".description", about, 0.8, name.item().first(), name.item().last());
      findings.period(
          at, block.period(), 0.85, block.anchor().map(Item::first).orElse(block.first()));
      findings.texts(at + ".highlights", body);
      all.add(
          Project.EMPTY
              .withName(title)
              .withDescription(about)
              .withUrl(link)
              .withPeriod(block.period())
              .withHighlights(body.stream().map(Item::text).toList()));
    }
    return all;
  }

  List<Interest> interests(List<Line> lines) {
    var all = new ArrayList<Interest>();
    for (Item item : Item.of(lines)) {
      for (String name : SkillReader.parts(item.text())) {
        findings.add(
            "interests[%d].name".formatted(all.size()),
            Optional.of(name),
            0.85,
            item.first(),
            item.last());
        all.add(Interest.EMPTY.withName(name));
      }
    }
    return all;
  }

  List<Reference> references(List<Line> lines) {
    var all = new ArrayList<Reference>();
    for (Item item : Item.of(lines)) {
      findings.add(
          "references[%d].reference".formatted(all.size()),
          Optional.of(item.text()),
          0.7,
          item.first(),
          item.last());
      all.add(Reference.EMPTY.withReference(item.text()));
    }
    return all;
  }

  private void say(String at, String title, String by, String date, Entry entry) {
    int line = entry.first().first();
    findings.add(at + "." + title, Optional.of(entry.title()), 0.85, line, line);
    findings.add(at + "." + by, entry.by(), 0.75, line, line);
    findings.add(at + "." + date, entry.date(), 0.85, line, line);
  }

  private static List<Entry> entries(List<Line> lines) {
    var entries = new ArrayList<Entry>();
    Entry open = null;
    for (Item item : Item.of(lines)) {
      if (open != null && open.date().isEmpty() && item.rest().isBlank()) {
        Entry dated = new Entry(open.title(), open.by(), date(item), open.more(), open.first());
        entries.set(entries.size() - 1, dated);
        open = dated;
        continue;
      }
      List<Part> parts =
          Part.of(List.of(item)).stream()
              .filter(
                  part -> !part.isAside() && !part.text().matches("(?i)(credential id|id)\\b.*"))
              .toList();
      if (parts.isEmpty()) {
        continue;
      }
      String title = parts.getFirst().text();
      Optional<String> by = parts.size() > 1 ? Optional.of(parts.get(1).text()) : Optional.empty();
      int comma = title.lastIndexOf(", ");
      if (by.isEmpty() && comma > 5 && item.date().isPresent() && title.indexOf(", ") == comma) {
        by = Optional.of(title.substring(comma + 2).strip());
        title = title.substring(0, comma).strip();
      }
      open = new Entry(title, by, date(item), List.of(), item);
      entries.add(open);
    }
    return entries;
  }

  private static Optional<PartialDate> date(Item item) {
    return item.date().map(Dates.Hit::period).flatMap(period -> period.start().or(period::end));
  }
}
