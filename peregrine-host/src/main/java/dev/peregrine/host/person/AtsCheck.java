package dev.peregrine.host.person;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.SourceLine;
import dev.peregrine.host.resumes.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        "Experience",
        heading(
            "(work |professional )?experience|employment( history)?|work history|career( history)?|berufserfahrung|beruflicher werdegang|werdegang|praxiserfahrung|expérience.*|experiencia.*|esperienza.*|ervaring|werkervaring"));
    headings.put(
        "Education",
        heading(
            "education.*|academic.*|qualifications|degrees|ausbildung|bildung.*|studium|schulbildung|formation.*|formación.*|educación.*|istruzione.*|opleiding.*"));
    headings.put(
        "Skills",
        heading(
            "(technical |key |core )?(skills|competenc(ies|es)|expertise|technologies).*|kenntnisse.*|fähigkeiten.*|kompetenzen.*|compétences.*|habilidades.*|competenze.*|vaardigheden.*"));
    return headings;
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
      found.add(new Finding(Level.FINE, "Your e-mail address is read: " + email.group(), ""));
    } else if (EMAIL.matcher(inHeader).find()) {
      found.add(
          new Finding(
              Level.LOST,
              "Your e-mail address stands only in the page's header or footer",
              "Many programs skip headers and footers. Write it into the text, below your name."));
    } else {
      found.add(
          new Finding(
              Level.LOST,
              "No e-mail address can be read",
              "Write it as text below your name: not as a picture, and not as a link behind a word."));
    }
    if (phone) {
      found.add(new Finding(Level.FINE, "Your phone number is read", ""));
    } else if (PHONE.matcher(inHeader).find()) {
      found.add(
          new Finding(
              Level.LOST,
              "Your phone number stands only in the page's header or footer",
              "Many programs skip headers and footers. Write it into the text, below your name."));
    } else {
      found.add(
          new Finding(
              Level.LOOK,
              "No phone number can be read",
              "Add one below your name if you want to be called."));
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
      return List.of(new Finding(Level.FINE, "Every letter is read as a letter", ""));
    }
    return List.of(
        new Finding(
            unmapped > FEW ? Level.LOST : Level.LOOK,
            unmapped == 1
                ? "One sign cannot be read as a letter"
                : "%,d signs cannot be read as letters".formatted(unmapped),
            "Marked in the text beside. Mostly these are icons, bullets or letters of an"
                + " unusual font: use plain bullets and a common font, and save the file as PDF"
                + " again with fonts embedded."));
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
      return List.of(new Finding(Level.FINE, "No columns run into each other", ""));
    }
    String example = wide.size() >= FEW ? wide.getFirst() : mergedLines().getFirst();
    return List.of(
        new Finding(
            Level.LOST,
            "Two columns run into each other",
            "A plain reader takes this as one line: “%s”. Use one column, with skills below or above your experience."
                .formatted(shortened(example))));
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
                  ? "“%s” comes before “%s”".formatted(shortened(text), shortened(before))
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
        ? List.of(new Finding(Level.FINE, "The order is the one in which people read", ""))
        : List.of(
            new Finding(
                back * 10 > seen ? Level.LOST : Level.LOOK,
                "A plain reader takes the text in another order",
                "For it, %s. %s"
                    .formatted(
                        jump,
                        back == 1
                            ? "Each column stays whole, which mostly does no harm; one column is safest."
                            : "Use one column without text boxes.")));
  }

  private List<Finding> sections() {
    var found = new ArrayList<Finding>();
    HEADINGS.forEach(
        (name, pattern) -> {
          boolean there =
              plain.lines().map(String::strip).anyMatch(l -> pattern.matcher(l).matches());
          found.add(
              there
                  ? new Finding(
                      Level.FINE,
                      "The heading for " + name.toLowerCase(Locale.ROOT) + " is recognised",
                      "")
                  : new Finding(
                      Level.LOOK,
                      "No heading for %s is recognised".formatted(name.toLowerCase(Locale.ROOT)),
                      "Put “%s”, or the usual word of your language, on a line of its own. Unusual headings such as “My journey” are not understood."
                          .formatted(name)));
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
                .orElse("A position");
        found.add(
            new Finding(
                Level.LOOK,
                "“%s” has no dates".formatted(shortened(name)),
                "Write from when to when beside it, such as 03/2021 – 05/2024. Without dates a program counts no years."));
      }
    }
    if (found.isEmpty() && !document.work().isEmpty()) {
      found.add(new Finding(Level.FINE, "Every position has its dates", ""));
    }
    return found;
  }

  private List<Finding> containers() {
    var found = new ArrayList<Finding>();
    if (parts.containsKey("boxes")) {
      found.add(
          new Finding(
              Level.LOST,
              "Some text stands in text boxes",
              "Many programs skip them: “%s”. Move it into the text."
                  .formatted(shortened(part("boxes")))));
    }
    if (parts.containsKey("tables")) {
      found.add(
          new Finding(
              Level.LOOK,
              "Some text stands in tables",
              "Some programs mix up their cells. Plain lines are safer than a table for layout."));
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
