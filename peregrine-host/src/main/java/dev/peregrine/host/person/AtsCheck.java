package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.SourceLine;
import dev.peregrine.host.resumes.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an employer's program for applications would stumble over in a file. Such programs read
 * plain text from top to bottom; what they cannot find there is not there for them.
 *
 * @param plain what a plain extractor reads
 * @param reading what our reader found in the same file
 * @param document what was understood
 * @param parts of a DOCX or ODT by their names, as text; none of other files
 */
record AtsCheck(String plain, Reading reading, ResumeDocument document, Map<String, String> parts) {

  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()/.-]{6,}\\d");
  private static final Pattern UNMAPPED = Pattern.compile("[\uFFFD\uE000-\uF8FF]|\\(cid:\\d+\\)");
  private static final Pattern COLUMNS =
      Pattern.compile("(\\S.*?\\p{L}{3,}.*?)(?:\\t+| {4,})(\\S.*\\p{L}{3,}.*)");
  private static final Pattern DATED = Pattern.compile(".*\\b(?:19|20)\\d{2}\\b.*");
  private static final int FEW = 3;

  private static final Map<String, Pattern> HEADINGS = headings();

  /** Something to look at, or that is fine. */
  record Finding(Level level, String title, String advice) {}

  /** How much it matters. */
  enum Level {
    FINE,
    LOOK,
    LOST
  }

  private static Map<String, Pattern> headings() {
    var headings = new LinkedHashMap<String, Pattern>();
    headings.put(
        "experience",
        heading(
            "(work |professional )?experience|employment( history)?|work history|career( history)?|berufserfahrung|beruflicher werdegang|werdegang|praxiserfahrung|expérience.*|experiencia.*|esperienza.*|ervaring|werkervaring"));
    headings.put(
        "education",
        heading(
            "education.*|academic.*|qualifications|degrees|ausbildung|bildung.*|studium|schulbildung|formation.*|formación.*|educación.*|istruzione.*|opleiding.*"));
    headings.put(
        "skills",
        heading(
            "(technical |key |core )?(skills|competenc(ies|es)|expertise|technologies).*|kenntnisse.*|fähigkeiten.*|kompetenzen.*|compétences.*|habilidades.*|competenze.*|vaardigheden.*"));
    return headings;
  }

  private static String title(String section) {
    return t("person.section-" + section);
  }

  private static Pattern heading(String words) {
    return Pattern.compile(
        "(" + words + ")\\s*:?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  List<Finding> findings() {
    return Stream.of(contact(), letters(), columns(), order(), sections(), dates(), containers())
        .flatMap(List::stream)
        .sorted((one, other) -> other.level().compareTo(one.level()))
        .toList();
  }

  private List<Finding> contact() {
    var found = new ArrayList<Finding>();
    String inHeader = inHeaders();
    Matcher email = EMAIL.matcher(body());
    boolean phone = PHONE.matcher(body()).find();
    if (email.find()) {
      found.add(new Finding(Level.FINE, t("person.email-read", "email", email.group()), ""));
    } else if (EMAIL.matcher(inHeader).find()) {
      found.add(new Finding(Level.LOST, t("person.email-in-header"), t("person.headers-skipped")));
    } else {
      found.add(new Finding(Level.LOST, t("person.no-email-read"), t("person.write-as-text")));
    }
    if (phone) {
      found.add(new Finding(Level.FINE, t("person.phone-read"), ""));
    } else if (PHONE.matcher(inHeader).find()) {
      found.add(new Finding(Level.LOST, t("person.phone-in-header"), t("person.headers-skipped")));
    } else {
      found.add(new Finding(Level.LOOK, t("person.no-phone-read"), t("person.add-phone")));
    }
    return found;
  }

  private String body() {
    String body = part("word/document.xml") + part("content.xml");
    return body.isEmpty() ? plain : body;
  }

  private String part(String name) {
    return parts.getOrDefault(name, "");
  }

  private String inHeaders() {
    var text = new StringBuilder();
    parts.forEach(
        (name, content) -> {
          if (name.startsWith("word/header")
              || name.startsWith("word/footer")
              || name.equals("styles.xml")) {
            text.append(content).append('\n');
          }
        });
    return text.toString();
  }

  private List<Finding> letters() {
    long unmapped = UNMAPPED.matcher(plain).results().count();
    if (unmapped == 0) {
      return List.of(new Finding(Level.FINE, t("person.letters-fine"), ""));
    }
    return List.of(
        new Finding(
            unmapped > FEW ? Level.LOST : Level.LOOK,
            t("person.signs-unread", "count", unmapped),
            t("person.signs-advice")));
  }

  /** Lines with a wide gap, of which the right side is more than a date. */
  private List<Finding> columns() {
    List<String> wide =
        plain
            .lines()
            .filter(
                line -> {
                  Matcher sides = COLUMNS.matcher(line);
                  return sides.matches() && !DATED.matcher(sides.group(2)).matches();
                })
            .toList();
    if (wide.size() < FEW && mergedLines().isEmpty()) {
      return List.of(new Finding(Level.FINE, t("person.columns-fine"), ""));
    }
    String example = wide.size() >= FEW ? wide.getFirst() : mergedLines().getFirst();
    return List.of(
        new Finding(
            Level.LOST,
            t("person.columns-merged"),
            t("person.columns-advice", "line", shortened(example))));
  }

  /** Plain lines in which two lines stand that a person reads apart. */
  private List<String> mergedLines() {
    List<String> apart =
        reading.lines().stream()
            .map(SourceLine::text)
            .map(String::strip)
            .filter(text -> text.length() >= 6)
            .toList();
    if (apart.size() > 400) {
      return List.of();
    }
    return plain
        .lines()
        .map(String::strip)
        .filter(line -> line.length() >= 14 && !apart.contains(line))
        .filter(
            line ->
                apart.stream().filter(line::startsWith).findFirst().stream()
                    .anyMatch(
                        start ->
                            apart.stream()
                                .anyMatch(end -> !end.equals(start) && line.endsWith(end))))
        .toList();
  }

  /** Where the plain text jumps back and forth against the order in which a person reads. */
  private List<Finding> order() {
    int at = 0;
    int back = 0;
    int seen = 0;
    String before = "";
    String jump = "";
    for (SourceLine line : reading.lines()) {
      String text = line.text().strip();
      int place = text.length() < 12 || line.dropped() ? -1 : plain.indexOf(text);
      if (place >= 0 && plain.indexOf(text, place + 1) < 0) {
        seen++;
        if (place < at) {
          back++;
          jump =
              jump.isEmpty()
                  ? t("person.comes-before", "one", shortened(text), "other", shortened(before))
                  : jump;
        }
        at = place;
        before = text;
      }
    }
    if (seen < 5) {
      return List.of();
    }
    return back == 0
        ? List.of(new Finding(Level.FINE, t("person.order-fine"), ""))
        : List.of(
            new Finding(
                back * 10 > seen ? Level.LOST : Level.LOOK,
                t("person.order-other"),
                back == 1
                    ? t("person.order-once", "jump", jump)
                    : t("person.order-often", "jump", jump)));
  }

  private List<Finding> sections() {
    var found = new ArrayList<Finding>();
    HEADINGS.forEach(
        (name, pattern) -> {
          boolean there =
              plain.lines().map(String::strip).anyMatch(l -> pattern.matcher(l).matches());
          found.add(
              there
                  ? new Finding(Level.FINE, t("person.heading-read", "name", title(name)), "")
                  : new Finding(
                      Level.LOOK,
                      t("person.heading-unread", "name", title(name)),
                      t("person.heading-advice", "name", title(name))));
        });
    return found;
  }

  private List<Finding> dates() {
    var found = new ArrayList<Finding>();
    for (Work work : document.work()) {
      if (!work.period().isKnown()) {
        String name =
            Stream.concat(work.position().stream(), work.name().stream())
                .reduce((a, b) -> a + ", " + b)
                .orElse(t("person.a-position"));
        found.add(
            new Finding(
                Level.LOOK,
                t("person.undated", "name", shortened(name)),
                t("person.undated-advice")));
      }
    }
    if (found.isEmpty() && !document.work().isEmpty()) {
      found.add(new Finding(Level.FINE, t("person.dates-fine"), ""));
    }
    return found;
  }

  private List<Finding> containers() {
    var found = new ArrayList<Finding>();
    if (parts.containsKey("boxes")) {
      found.add(
          new Finding(
              Level.LOST,
              t("person.boxes"),
              t("person.boxes-advice", "text", shortened(part("boxes")))));
    }
    if (parts.containsKey("tables")) {
      found.add(new Finding(Level.LOOK, t("person.tables"), t("person.tables-advice")));
    }
    return found;
  }

  /** Whether a line has signs that are no letters. */
  static boolean isUnmapped(String line) {
    return UNMAPPED.matcher(line).find();
  }

  private static String shortened(String text) {
    String plain = text.strip().replaceAll("\\s+", " ");
    return plain.length() > 90 ? plain.substring(0, 89) + "…" : plain;
  }
}
