package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads courses of study. */
final class EducationReader {

  private static final Pattern GRADE =
      Pattern.compile(
          "(?i)\\b(?:c?gpa|grade|overall|final grade|note|abschlussnote|gesamtnote|notendurchschnitt|durchschnittsnote|mention|voto|votazione|nota media|nota|media|cijfer|ocena|betyg|score|classification)\\s*(?:of)?\\s*[:=]?\\s*((?:\\d{1,3}(?:[.,]\\d{1,2})?(?:\\s*/\\s*\\d{1,3}(?:[.,]\\d)?)?(?:\\s*(?:con|e) lode|\\s*%)?)|tr[eè]s bien|bien|assez bien|distinction|merit|first class(?: honou?rs)?|sehr gut|gut)");
  private static final Pattern HONOURS =
      Pattern.compile(
          "(?i)\\b(summa cum laude|magna cum laude|cum laude|first[- ]class honou?rs|110/110(?:\\s*e lode|\\s*con lode)?|110 e lode|\\d[.,]\\d{1,2}/(?:4|5|10)(?:\\.0+)?)");
  private static final Pattern FIELD =
      Pattern.compile(
          "^(?<d>.{2,60}?)(?:\\s+(?:in|of|im|en|em|w|i|inom|on|für|op het gebied van)\\s+|\\s*[,:–—]\\s*|\\s+-\\s+)(?<a>.{3,})$");
  private static final Pattern COURSES =
      Pattern.compile(
          "(?i)^(?:relevant |key |main )?(?:coursework|courses|modules|course work|schwerpunkte?|kurse|cours|corsi|cursos|vakken)\\s*[:–-]\\s*(.+)$");

  private final Findings findings;

  EducationReader(Findings findings) {
    this.findings = findings;
  }

  List<Education> read(List<Line> lines) {
    List<Item> items = Item.of(lines);
    List<Block> blocks =
        Block.of(
            items,
            item ->
                item.date().isPresent()
                    && !COURSES.matcher(item.text()).matches()
                    && !item.text().matches("(?i)^(gpa|thesis|awards?|honou?rs|dean).*"),
            item -> Words.SCHOOL.in(item.text()) > 0 && item.isShort());
    var studies = new ArrayList<Education>();
    for (Block block : blocks) {
      Education study = made(block, studies.size());
      if (study.institution().isPresent() || study.studyType().isPresent()) {
        studies.add(study);
      }
    }
    return studies;
  }

  private Education made(Block block, int index) {
    String at = "education[%d]".formatted(index);
    var parts = new ArrayList<Part>();
    for (Part part : Part.of(block.head())) {
      String text = part.text();
      if (part.isAside() || COURSES.matcher(text).matches() || GRADE.matcher(text).lookingAt()) {
        continue;
      }
      parts.addAll(halves(part));
    }
    Optional<Part> school = best(parts, part -> school(part.text()));
    Optional<Part> degree =
        best(
            parts.stream().filter(part -> school.filter(part::equals).isEmpty()).toList(),
            part -> Words.DEGREE.in(part.text()));
    List<Part> others =
        parts.stream()
            .filter(part -> school.filter(part::equals).isEmpty())
            .filter(part -> degree.filter(part::equals).isEmpty())
            .toList();
    Optional<Part> institution =
        school.or(
            () -> degree.isPresent() ? others.stream().findFirst() : parts.stream().findFirst());
    Optional<Part> place =
        Part.of(block.head()).stream().filter(part -> Words.isPlace(part.text())).findFirst();
    Optional<String> type =
        degree
            .map(part -> Part.trimmed(GRADE.matcher(part.text()).replaceAll("")))
            .filter(text -> !text.isEmpty());
    Optional<String> area = Optional.empty();
    if (type.isPresent()) {
      Matcher field =
          FIELD.matcher(HONOURS.matcher(type.get()).replaceAll("").replaceAll("[\\s,(]+$", ""));
      String whole = type.get();
      if (field.matches()
          && Words.DEGREE.in(field.group("d")) > 0
          && !type.get()
              .matches(
                  "(?:Bachelor|Master) of (?:Science|Arts|Engineering|Laws|Education) \\p{Lu}.*")) {
        var split = degreeAndField(field, whole);
        type = Optional.of(split[0]);
        area = Optional.of(split[1]);
      } else {
        Matcher brief =
            Pattern.compile(
                    "^((?:Bachelor|Master) of (?:Science|Arts|Engineering|Laws|Education)|\\S*\\.\\S*|[A-Z][A-Za-z]?[A-Z][a-z]{0,3}|MBA|PhD|Diplom|Laurea|Licence|Grado|Master|Bachelor)\\s+(\\p{L}.{3,})$")
                .matcher(whole);
        if (brief.matches() && Words.DEGREE.in(brief.group(1)) > 0) {
          type = Optional.of(brief.group(1));
          area = Optional.of(brief.group(2));
        }
      }
    }
    if (area.isEmpty() && degree.isPresent()) {
      area =
          others.stream()
              .filter(part -> institution.filter(part::equals).isEmpty())
              .filter(part -> part.item().equals(degree.get().item()))
              .map(Part::text)
              .filter(text -> text.length() < 70)
              .findFirst();
    }
    var texts = Stream.concat(block.head().stream(), block.body().stream()).toList();
    Optional<String> score =
        texts.stream().flatMap(item -> score(item.text()).stream()).findFirst();
    List<String> courses =
        texts.stream()
            .flatMap(item -> COURSES.matcher(item.text()).results())
            .flatMap(found -> Stream.of(found.group(1).split("\\s*[,;]\\s*")))
            .filter(course -> !course.isBlank())
            .toList();
    List<Item> body =
        block.body().stream()
            .filter(item -> !COURSES.matcher(item.text()).matches())
            .filter(item -> !GRADE.matcher(item.text()).matches())
            .toList();
    int line = block.anchor().map(Item::first).orElse(block.first());
    int degreeLine = degree.map(part -> part.item().first()).orElse(line);
    int schoolLine = institution.map(part -> part.item().first()).orElse(line);
    findings.add(
        at + ".institution",
        institution.map(Part::text),
        school.isPresent() ? 0.93 : 0.65,
        schoolLine,
        schoolLine);
    findings.add(at + ".studyType", type, 0.9, degreeLine, degreeLine);
    findings.add(at + ".area", area, 0.8, degreeLine, degreeLine);
    findings.add(at + ".score", score, 0.85, block.first(), block.last());
    findings.period(at, block.period(), 0.9, line);
    place.ifPresent(
        p ->
            findings.add(
                at + ".location", Optional.of(p.text()), 0.8, p.item().first(), p.item().last()));
    for (int i = 0; i < courses.size(); i++) {
      findings.add(
          at + ".courses[" + i + "]",
          Optional.of(courses.get(i)),
          0.85,
          block.first(),
          block.last());
    }
    findings.texts(at + ".highlights", body);
    return Education.EMPTY
        .withInstitution(institution.map(Part::text))
        .withStudyType(type)
        .withArea(area)
        .withLocation(place.map(Part::text))
        .withPeriod(block.period())
        .withScore(score)
        .withCourses(courses)
        .withHighlights(body.stream().map(Item::text).toList());
  }

  private static String[] degreeAndField(Matcher field, String whole) {
    // "Bachelor of Science in Physics": the first "of" belongs to the degree.
    Matcher longer =
        Pattern.compile(
                "(?i)^((?:bachelor|master|doctor|associate|licence|máster|grado|mestrado|laurea|magister)\\S*\\s+(?:of|en|em|in|de)\\s+[\\p{L}. ]+?)\\s+(?:in|of|en|,|–|-)\\s+(.+)$")
            .matcher(whole.replace(",", " ,"));
    if (longer.matches() && longer.group(1).split(" ").length <= 5) {
      return new String[] {
        longer.group(1).replace(" ,", ",").strip(), longer.group(2).replace(" ,", ",").strip()
      };
    }
    if (field.group("d").matches("(?i)(bachelor|master|doctor|associate)")
        && field
            .group("a")
            .matches(
                "(?i)(science|arts|engineering|laws|philosophy|education|business administration|fine arts|commerce|technology|applied science)s?")) {
      return new String[] {whole, field.group("a")};
    }
    return new String[] {field.group("d").strip(), field.group("a").strip()};
  }

  /** "BSc Physics, University of X": school and degree on one side of a comma each. */
  private static List<Part> halves(Part part) {
    String text = part.text();
    if (school(text) == 0 || Words.DEGREE.in(text) == 0) {
      return List.of(part);
    }
    for (int comma = text.indexOf(','); comma > 0; comma = text.indexOf(',', comma + 1)) {
      String left = text.substring(0, comma);
      String right = text.substring(comma + 1);
      boolean one = school(left) > 0 && school(right) == 0 && Words.DEGREE.in(right) > 0;
      boolean other = school(right) > 0 && school(left) == 0 && Words.DEGREE.in(left) > 0;
      if (one || other) {
        return List.of(
            new Part(Part.trimmed(left), part.item()), new Part(Part.trimmed(right), part.item()));
      }
    }
    Matcher at = Pattern.compile("^(.+?)\\s+(?:at|from|an der|am|@)\\s+(.+)$").matcher(text);
    if (at.matches() && school(at.group(2)) > 0) {
      return List.of(new Part(at.group(1), part.item()), new Part(at.group(2), part.item()));
    }
    return List.of(part);
  }

  private static int school(String text) {
    return Words.SCHOOL.in(
        text.replaceAll("(?i)high school diploma|school leaving certificate", ""));
  }

  private static Optional<Part> best(
      List<Part> parts, java.util.function.ToIntFunction<Part> score) {
    Part best = null;
    int most = 0;
    for (Part part : parts) {
      int its = score.applyAsInt(part);
      if (its > most) {
        best = part;
        most = its;
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<String> score(String text) {
    Matcher grade = GRADE.matcher(text);
    if (grade.find()) {
      return Optional.of(grade.group(1).strip());
    }
    Matcher honours = HONOURS.matcher(text);
    return honours.find() ? Optional.of(honours.group(1)) : Optional.empty();
  }
}
