package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the fields of a résumé in its lines. Claims nothing that they do not say. */
final class ResumeParser {

  /** The document, where its fields were found, and lines that belong to no page's content. */
  record Result(ResumeDocument document, List<Evidence> found, Set<Integer> dropped) {}

  /** So many headings in capitals are a habit. */
  private static final int MOST_IN_CAPITALS = 3;

  private final Findings findings = new Findings();
  private final Map<Section, List<Line>> sections = new EnumMap<>(Section.class);

  private ResumeParser() {}

  static Result parse(List<Line> lines, List<String> links) {
    return new ResumeParser().read(lines, links);
  }

  private Result read(List<Line> all, List<String> links) {
    Set<Integer> dropped = margins(all);
    List<Line> lines = all.stream().filter(line -> !dropped.contains(line.number())).toList();
    part(lines);
    var lists = new ListReader(findings);
    var header = new ArrayList<>(of(Section.HEADER));
    header.addAll(of(Section.CONTACT));
    Basics basics = new HeaderReader(findings).read(header, lines, links);
    basics = basics.withSummary(summary());
    ResumeDocument document =
        ResumeDocument.EMPTY
            .withBasics(basics)
            .withWork(new PositionReader(findings, "work").read(of(Section.EXPERIENCE)))
            .withEducation(new EducationReader(findings).read(of(Section.EDUCATION)))
            .withSkills(new SkillReader(findings).read(of(Section.SKILLS)))
            .withLanguages(new LanguageReader(findings).read(of(Section.LANGUAGES)))
            .withCertificates(lists.certificates(of(Section.CERTIFICATES)))
            .withProjects(lists.projects(of(Section.PROJECTS)))
            .withAwards(lists.awards(of(Section.AWARDS)))
            .withPublications(lists.publications(of(Section.PUBLICATIONS)))
            .withVolunteer(volunteer())
            .withInterests(lists.interests(of(Section.INTERESTS)))
            .withReferences(lists.references(of(Section.REFERENCES)));
    return new Result(document, findings.all(), dropped);
  }

  private List<Line> of(Section section) {
    return sections.getOrDefault(section, List.of());
  }

  private List<Volunteer> volunteer() {
    return new PositionReader(findings, "volunteer")
        .read(of(Section.VOLUNTEER)).stream()
            .map(
                work ->
                    Volunteer.EMPTY
                        .withOrganization(work.name())
                        .withPosition(work.position())
                        .withLocation(work.location())
                        .withPeriod(work.period())
                        .withSummary(work.summary())
                        .withHighlights(work.highlights()))
            .toList();
  }

  private Optional<String> summary() {
    List<Item> items = Item.of(of(Section.SUMMARY));
    if (items.isEmpty()) {
      items =
          Item.of(of(Section.HEADER)).stream()
              .filter(item -> item.kind() == Item.Kind.PROSE && item.text().length() > 80)
              .toList();
    }
    if (items.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> text = Optional.of(String.join("\n", items.stream().map(Item::text).toList()));
    findings.add(
        "basics.summary",
        text,
        of(Section.SUMMARY).isEmpty() ? 0.7 : 0.92,
        items.getFirst().first(),
        items.getLast().last());
    return text;
  }

  /** Numbers of pages, and what stands at the same end of several of them. */
  private static Set<Integer> margins(List<Line> lines) {
    var dropped = new HashSet<Integer>();
    Map<String, Set<Integer>> pages = new HashMap<>();
    for (Line line : lines) {
      String text = line.text().strip();
      boolean number =
          text.matches(
              "(?i)(?:(?:page|seite|página|pagina|strona|sida|side)\\s*)\\d{1,2}(?:\\s*(?:/|of|von|de|di|van|z|av|sur)\\s*\\d{1,2})?|[–-]\\s?\\d{1,2}\\s?[–-]|\\d{1,2}\\s?/\\s?\\d{1,2}|(?:.{0,40}\\s)?(?:page|seite)\\s\\d{1,2}\\s(?:of|von)\\s\\d{1,2}");
      if (number
          || text.matches(
              "(?i)curriculum vitae|lebenslauf|résumé|resume|cv|europass.*curriculum vitae|życiorys")) {
        dropped.add(line.number());
      }
      if (line.page() > 0) {
        pages
            .computeIfAbsent(text.replaceAll("\\d+", "#"), key -> new HashSet<>())
            .add(line.page());
      }
    }
    var seen = new HashSet<String>();
    for (Line line : lines) {
      String key = line.text().strip().replaceAll("\\d+", "#");
      boolean edge = line.page() > 0 && (line.baseline() < 75 || line.baseline() > 720);
      boolean repeated = pages.getOrDefault(key, Set.of()).size() > 1 && key.length() > 3;
      if (edge && repeated && Headings.find(line.text()).isEmpty() && !seen.add(key)) {
        dropped.add(line.number());
      }
    }
    return dropped;
  }

  private void part(List<Line> lines) {
    Section now = Section.HEADER;
    Map<Line, Section> headings = new HashMap<>();
    Set<Line.Look> looks = new HashSet<>();
    for (Line line : lines) {
      if (isHeading(line) && !line.bullet()) {
        looks.add(line.look());
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.column()) {
        now = before(line, headings);
      }
      Optional<Section> heading =
          line.bullet() && line.gap() < 1.6 && line.page() > 0
              ? Optional.empty()
              : Headings.find(line.text());
      if (heading.isPresent() && accepted(heading.get(), now, line, lines, i)) {
        now = chosen(heading.get(), lines, i, now);
        headings.put(line, now);
        continue;
      }
      int tab = line.text().indexOf('\t');
      Optional<Section> label =
          tab < 0 ? Optional.empty() : Headings.find(line.text().substring(0, tab));
      if (label.isPresent() && now != Section.SKILLS && looksAlike(line, looks)) {
        now = label.get();
        headings.put(line, now);
        add(now, line.withText(line.text().substring(tab + 1)));
        continue;
      }
      if (tab > 0
          && now == Section.SKILLS
          && label.filter(Section.LANGUAGES::equals).isPresent()
          && LanguageReader.isAbout(List.of(line.withText(line.text().substring(tab + 1))))) {
        add(Section.LANGUAGES, line.withText(line.text().substring(tab + 1)));
        continue;
      }
      int colon = line.text().indexOf(':');
      Optional<Section> inline =
          colon < 3 || colon > 30 || line.bullet()
              ? Optional.empty()
              : Headings.find(line.text().substring(0, colon));
      if (inline.isPresent() && isInline(inline.get(), now, line)) {
        Section inner = inline.get();
        if (inner == Section.LANGUAGES
            && !LanguageReader.isAbout(List.of(line.withText(line.text().substring(colon + 1))))) {
          inner = Section.SKILLS;
          add(inner, line);
        } else {
          add(inner, line.withText(line.text().substring(colon + 1).strip()));
        }
        now = now == Section.SKILLS ? now : inner;
        continue;
      }
      add(now, line);
    }
  }

  private void add(Section section, Line line) {
    sections.computeIfAbsent(section, key -> new ArrayList<>()).add(line);
  }

  private static boolean isHeading(Line line) {
    return Headings.find(line.text()).isPresent();
  }

  private static boolean looksAlike(Line line, Set<Line.Look> looks) {
    return line.page() == 0 || looks.isEmpty() || looks.contains(line.look()) || line.bold();
  }

  /** The section that a column continues: that of the last heading above it on its page. */
  private static Section before(Line line, Map<Line, Section> headings) {
    return headings.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().page() == line.page()
                    && line.page() > 0
                    && entry.getKey().baseline() <= line.baseline() + 2)
        .max((a, b) -> Double.compare(a.getKey().baseline(), b.getKey().baseline()))
        .map(Map.Entry::getValue)
        .orElse(Section.HEADER);
  }

  private static boolean isInline(Section section, Section now, Line line) {
    if (line.text().length() - line.text().indexOf(':') < 4) {
      return false;
    }
    return switch (section) {
      case SKILLS ->
          Set.of(
                  Section.HEADER,
                  Section.SUMMARY,
                  Section.LANGUAGES,
                  Section.OTHER,
                  Section.INTERESTS)
              .contains(now);
      case LANGUAGES ->
          Set.of(Section.HEADER, Section.SKILLS, Section.OTHER, Section.INTERESTS).contains(now);
      case INTERESTS, CERTIFICATES ->
          Set.of(Section.SKILLS, Section.LANGUAGES, Section.OTHER, Section.INTERESTS).contains(now)
              && !line.text().matches("(?i)activities.*");
      case SUMMARY -> now == Section.HEADER;
      default -> false;
    };
  }

  /** A word that can be a heading and can be something else where it stands. */
  /** "Leadership" under "STRENGTHS": where headings are in capitals, a lesser one is none. */
  private static boolean isBelowOthers(Line line, List<Line> lines) {
    List<Line> capitals =
        lines.stream()
            .filter(other -> Headings.isInCapitals(other.text()) && isHeading(other))
            .toList();
    return line.page() > 0
        && capitals.size() >= MOST_IN_CAPITALS
        && capitals.stream().noneMatch(other -> other.look().equals(line.look()));
  }

  private static boolean accepted(
      Section section, Section now, Line line, List<Line> lines, int at) {
    boolean caps = line.text().equals(line.text().toUpperCase(java.util.Locale.ROOT));
    if (!caps && isBelowOthers(line, lines)) {
      return false;
    }
    if (now == Section.SKILLS && !caps && !line.heading()) {
      Optional<Line> mark =
          lines.subList(0, at).stream()
              .filter(
                  other ->
                      Headings.find(other.text())
                          .filter(
                              s ->
                                  s == Section.EXPERIENCE
                                      || s == Section.SKILLS
                                      || s == Section.EDUCATION)
                          .isPresent())
              .findFirst();
      boolean smaller =
          mark.isPresent() && line.page() > 0 && line.size() < mark.get().size() - 0.4;
      boolean plainer = mark.isPresent() && mark.get().bold() && !line.bold();
      boolean likeCaps =
          mark.isPresent()
              && mark.get().text().equals(mark.get().text().toUpperCase(java.util.Locale.ROOT));
      if (section == Section.SKILLS) {
        return !(smaller || plainer || likeCaps);
      }
      if (section == Section.LANGUAGES && !LanguageReader.isAbout(after(lines, at))) {
        return false;
      }
      return !(plainer && smaller);
    }
    if ((now == Section.EXPERIENCE || now == Section.PROJECTS)
        && line.page() == 0
        && !line.bold()
        && !line.heading()
        && !caps
        && at > 0
        && line.text()
            .matches(
                "(?i)(achievements|key achievements|technologies|tools|skills|erfolge|technologien|projects?|responsibilities|software|training):?")
        && line.text().endsWith(":")) {
      return false;
    }
    return true;
  }

  private static List<Line> after(List<Line> lines, int at) {
    return lines.subList(Math.min(lines.size(), at + 1), Math.min(lines.size(), at + 4));
  }

  private static Section chosen(Section section, List<Line> lines, int at, Section now) {
    if (section == Section.LANGUAGES && !LanguageReader.isAbout(after(lines, at))) {
      return Section.SKILLS;
    }
    return section;
  }
}
