package dev.peregrine.host.resumes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads skills: lists, groups of them, and such with a level or years. */
final class SkillReader {

  private static final Pattern GROUP =
      Pattern.compile("^([^:,;()]{2,48}?)\\s*(?::|\\s[–—-]\\s|\\t)\\s*(\\S.*)$");
  private static final Pattern BARS =
      Pattern.compile(
          "[●○◉◯⚫⚪★☆✭✩■□▪▫▮▯█░▓▒⬤•·◼◻]{3,}|\\b\\d{1,3}\\s?%|\\b[0-9]{1,2}\\s?/\\s?(?:5|10)\\b");
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?i)\\s*[(\\[–—:-]?\\s*\\b(expert|advanced|intermediate|basic|beginner|proficient|fluent|experienced|skilled|experte|fortgeschritten|grundkenntnisse|sehr gut|gute kenntnisse|gut|basiskenntnisse|avancé|intermédiaire|débutant|avanzado|intermedio|básico|avanzato|base|avançado|intermediário|zaawansowany|podstawowy|gevorderd)\\b\\s*[)\\]]?$");
  private static final Pattern YEARS =
      Pattern.compile(
          "(?i)\\s*[(\\[,–:-]?\\s*(\\d{1,2}(?:[.,]\\d)?)\\+?\\s*(?:years?|yrs?|jahre?n?|ans|años|anni|anos|jaar|lata|år)\\b[^,;)]*[)\\]]?$");

  private final Findings findings;
  private final List<Skill> skills = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();

  SkillReader(Findings findings) {
    this.findings = findings;
  }

  List<Skill> read(List<Line> lines) {
    String group = "";
    for (Item item : joined(lines)) {
      String text = item.text().strip();
      if (text.endsWith(":") && text.length() < 50) {
        group = text.substring(0, text.length() - 1).strip();
        continue;
      }
      Matcher grouped = GROUP.matcher(text);
      if (grouped.matches() && isGroup(grouped.group(1), grouped.group(2), text)) {
        add(grouped.group(1).strip(), parts(grouped.group(2)), item);
        group = "";
      } else if (isLabel(item, text)) {
        group = text;
      } else if (text.length() > 160 && !text.contains(",") && !text.contains("•")) {
        continue;
      } else if (group.isEmpty()) {
        parts(text).forEach(part -> single(part, item));
      } else {
        add(group, parts(text), item);
      }
    }
    return skills;
  }

  /** Wrapped lists as one. */
  private static List<Item> joined(List<Line> lines) {
    var items = new ArrayList<Item>();
    Line before = null;
    for (Line line : lines) {
      if (line.isBlank()) {
        before = null;
        continue;
      }
      Item last = items.isEmpty() ? null : items.getLast();
      boolean open =
          last != null
              && before != null
              && !line.bullet()
              && !line.text().matches("^[^,:;()]{2,40}:.*")
              && (last.text().matches(".*[,;&(/]$")
                  || line.text().matches("^[,;&)].*")
                  || unclosed(last.text())
                  || (before.full()
                      && last.text().contains(",")
                      && line.look().equals(before.look()))
                  || (Character.isLowerCase(line.text().charAt(0)) && last.text().contains(",")));
      if (open && last != null) {
        items.set(
            items.size() - 1,
            new Item(
                last.line(),
                last.text() + " " + line.text(),
                last.kind(),
                Optional.empty(),
                line.number()));
      } else {
        items.add(new Item(line, line.text(), Item.Kind.SHORT, Optional.empty(), line.number()));
      }
      before = line;
    }
    return items;
  }

  private static boolean unclosed(String text) {
    return text.chars().filter(c -> c == '(').count() > text.chars().filter(c -> c == ')').count();
  }

  private static boolean isGroup(String name, String rest, String text) {
    if (BARS.matcher(rest).matches()
        || LEVEL.matcher(" " + rest).matches()
        || YEARS.matcher(" " + rest).matches()) {
      return false;
    }
    boolean colon = text.matches("^[^:]{2,50}:.*");
    return colon || (name.split("\\s+").length <= 5 && rest.matches(".*[,;|•·].*"));
  }

  private static boolean isLabel(Item item, String text) {
    return item.line().bold()
        && !item.line().bullet()
        && item.line().size() >= 0
        && text.length() < 40
        && !text.matches(".*[,;|•·\\t].*")
        && (Headings.find(text).isPresent()
            || text.matches(
                "(?i).*(languages?|frameworks?|tools?|databases?|skills|cloud|technologies|sprachen|kenntnisse|methods|platforms|libraries|systems|other|concepts|web|backend|frontend|devops)$"));
  }

  /** At commas and marks, but not within brackets; a slash belongs to the name, as in CI/CD. */
  static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      depth += letter == '(' || letter == '[' ? 1 : letter == ')' || letter == ']' ? -1 : 0;
      boolean decimal =
          letter == ','
              && i > 0
              && i + 1 < text.length()
              && Character.isDigit(text.charAt(i - 1))
              && Character.isDigit(text.charAt(i + 1));
      boolean bar = isBar(text, i);
      if (depth <= 0 && !decimal && !bar && ",;|•·●▪◦‣\t¦│，、".indexOf(letter) >= 0) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(letter);
      }
    }
    parts.add(part.toString());
    boolean list = parts.size() > 1;
    var tidy = new ArrayList<String>();
    for (String raw : parts) {
      String one =
          raw.strip()
              .replaceAll("^(?:[-–*]\\s+|(?:and|und|et|y|e|i|och|en)\\s+(?=\\p{Lu}))", "")
              .replaceAll("(?<=[^.]{2})\\.$", "")
              .strip();
      if (list
          && raw.equals(parts.getLast())
          && one.matches("\\S+(?: \\S+)? (?:and|und|et|y|i|och|en|e) [\\p{Lu}\\d]\\S*(?: \\S+)?")) {
        for (String half : one.split(" (?:and|und|et|y|i|och|en|e) ")) {
          tidy.add(half.strip());
        }
      } else if (one.contains(" / ") && !one.contains("(")) {
        for (String half : one.split(" / ")) {
          tidy.add(half.strip());
        }
      } else if (!one.isEmpty()) {
        tidy.add(one);
      }
    }
    return tidy;
  }

  private static boolean isBar(String text, int at) {
    String marks = "●○•·▪";
    boolean before = at > 0 && marks.indexOf(text.charAt(at - 1)) >= 0;
    boolean after = at + 1 < text.length() && marks.indexOf(text.charAt(at + 1)) >= 0;
    return marks.indexOf(text.charAt(at)) >= 0 && (before || after);
  }

  private void single(String raw, Item item) {
    String text = BARS.matcher(raw).replaceAll("").strip();
    Optional<BigDecimal> years = Optional.empty();
    Matcher time = YEARS.matcher(text);
    if (time.find() && time.start() > 1) {
      years = Optional.of(new BigDecimal(time.group(1).replace(',', '.')));
      text = text.substring(0, time.start()).strip();
    }
    Matcher level = LEVEL.matcher(text);
    Optional<String> how = Optional.empty();
    if (level.find() && level.start() > 1) {
      how = Optional.of(level.group(1));
      text = text.substring(0, level.start()).strip();
    }
    String name = Part.trimmed(text);
    if (!isSkill(name) || !seen.add(Fold.words(name))) {
      return;
    }
    String at = "skills[%d]".formatted(skills.size());
    findings.add(
        at + ".name", Optional.of(name), name.length() < 32 ? 0.9 : 0.7, item.first(), item.last());
    findings.add(at + ".level", how, 0.85, item.first(), item.last());
    findings.add(at + ".years", years, 0.85, item.first(), item.last());
    skills.add(Skill.EMPTY.withName(name).withLevel(how).withYears(years));
  }

  private void add(String group, List<String> names, Item item) {
    var keywords = new ArrayList<String>();
    int index = skills.size();
    int known = -1;
    for (int i = 0; i < skills.size(); i++) {
      if (skills.get(i).name().filter(group::equals).isPresent()) {
        known = i;
      }
    }
    if (known >= 0) {
      index = known;
      keywords.addAll(skills.get(known).keywords());
    }
    for (String raw : names) {
      String name = Part.trimmed(BARS.matcher(raw).replaceAll("").strip());
      if (isSkill(name) && seen.add(Fold.words(name))) {
        findings.add(
            "skills[%d].keywords[%d]".formatted(index, keywords.size()),
            Optional.of(name),
            name.length() < 40 ? 0.9 : 0.7,
            item.first(),
            item.last());
        keywords.add(name);
      }
    }
    if (keywords.isEmpty()) {
      return;
    }
    Skill skill = Skill.EMPTY.withName(group).withKeywords(keywords);
    if (known >= 0) {
      skills.set(known, skill);
    } else {
      findings.add(
          "skills[%d].name".formatted(index), Optional.of(group), 0.85, item.first(), item.last());
      skills.add(skill);
    }
  }

  private static boolean isSkill(String name) {
    return !name.isEmpty()
        && name.length() <= 90
        && name.matches(".*[\\p{L}].*")
        && name.split("\\s+").length <= 12;
  }
}
