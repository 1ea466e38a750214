package dev.peregrine.host.resumes;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the archive that LinkedIn gives under <i>Get a copy of your data</i>. The names of its
 * files differ by year: Positions.csv and Position.csv. Nothing is unpacked to a disk.
 */
final class LinkedInExport {

  private static final int MOST_BYTES = 20 << 20;
  private static final int MOST_FILE_BYTES = 8 << 20;
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("profile", "profile"),
          Map.entry("positions", "positions"),
          Map.entry("position", "positions"),
          Map.entry("education", "education"),
          Map.entry("educations", "education"),
          Map.entry("skills", "skills"),
          Map.entry("skill", "skills"),
          Map.entry("certifications", "certifications"),
          Map.entry("certification", "certifications"),
          Map.entry("languages", "languages"),
          Map.entry("language", "languages"),
          Map.entry("projects", "projects"),
          Map.entry("project", "projects"),
          Map.entry("honors", "honors"),
          Map.entry("publications", "publications"),
          Map.entry("volunteering", "volunteering"),
          Map.entry("emailaddresses", "email"),
          Map.entry("emailaddress", "email"),
          Map.entry("phonenumbers", "phone"),
          Map.entry("phonenumber", "phone"));

  private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
  private final Map<String, Integer> firstLine = new HashMap<>();
  private final List<SourceLine> lines = new ArrayList<>();
  private final Findings findings = new Findings();

  private LinkedInExport() {}

  /** The résumé; empty where the file is no archive of LinkedIn's. */
  static Optional<ParsedResume> read(byte[] file, String name) throws DocumentException {
    if (file.length < 4 || file[0] != 'P' || file[1] != 'K' || file.length > MOST_BYTES) {
      return Optional.empty();
    }
    var export = new LinkedInExport();
    boolean escapes = false;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      ZipEntry entry;
      for (int seen = 0; seen < 2000 && (entry = zip.getNextEntry()) != null; seen++) {
        String path = entry.getName().replace('\\', '/');
        if (path.equals("mimetype")
            || path.startsWith("word/")
            || path.equals("[Content_Types].xml")) {
          return Optional.empty();
        }
        escapes |= path.startsWith("/") || (path + "/").contains("../");
        String table = FILES.get(key(path));
        if (table != null && path.toLowerCase(Locale.ROOT).endsWith(".csv")) {
          export.table(table, zip.readNBytes(MOST_FILE_BYTES));
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new DocumentException(
          "\"%s\" is a damaged archive. Download it from LinkedIn again.".formatted(name));
    }
    if (escapes) {
      throw new DocumentException(
          "\"%s\" names files outside of itself (\"../\"), which LinkedIn's archives never do; nothing of it was read. Download it from LinkedIn again."
              .formatted(name));
    }
    if (export.tables.isEmpty()) {
      throw new DocumentException(
          "\"%s\" is an archive without a file such as Profile.csv or Positions.csv. Choose the archive that LinkedIn sends under \"Get a copy of your data\", or a document."
              .formatted(name));
    }
    return Optional.of(export.parsed());
  }

  private static String key(String path) {
    String base = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return base.replaceAll("\\.csv$", "").replaceAll("[^a-z]", "");
  }

  private void table(String name, byte[] file) throws IOException {
    String text = DocumentText.decode(file);
    firstLine.put(name, lines.size() + 1);
    text.lines()
        .limit(5000)
        .forEach(line -> lines.add(new SourceLine(lines.size() + 1, 0, line, false)));
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(true)
            .get();
    var rows = new ArrayList<Map<String, String>>();
    try (var parser = format.parse(new java.io.StringReader(text))) {
      for (CSVRecord record : parser) {
        var row = new HashMap<String, String>();
        record.toMap().forEach((key, value) -> row.put(Fold.words(key), value.strip()));
        rows.add(row);
      }
    }
    tables.merge(name, rows, (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
  }

  private List<Map<String, String>> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  private static Optional<String> cell(Map<String, String> row, String... names) {
    return Stream.of(names)
        .map(row::get)
        .filter(text -> text != null && !text.isBlank())
        .findFirst();
  }

  private static Optional<PartialDate> date(Map<String, String> row, String... names) {
    return cell(row, names)
        .flatMap(text -> Dates.in(text).stream().findFirst())
        .flatMap(hit -> hit.period().end().or(() -> hit.period().start()));
  }

  private static Period period(Map<String, String> row, boolean goesOn) {
    Optional<PartialDate> start = date(row, "started on", "start date");
    Optional<PartialDate> end = date(row, "finished on", "end date");
    // In its table of positions LinkedIn leaves the end empty for what goes on.
    return new Period(start, end, goesOn && end.isEmpty() && start.isPresent());
  }

  private static List<String> bullets(Optional<String> text) {
    return text.stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !Bullet.without(line).equals(line))
        .map(Bullet::without)
        .toList();
  }

  private static Optional<String> prose(Optional<String> text) {
    return text.map(
            all ->
                String.join(
                    "\n",
                    all.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && Bullet.without(line).equals(line))
                        .toList()))
        .filter(rest -> !rest.isBlank());
  }

  private ParsedResume parsed() {
    ResumeDocument document =
        ResumeDocument.EMPTY
            .withBasics(basics())
            .withWork(
                rows("positions").stream()
                    .map(
                        row -> {
                          Optional<String> about = cell(row, "description");
                          return Work.EMPTY
                              .withName(cell(row, "company name", "company"))
                              .withPosition(cell(row, "title"))
                              .withLocation(cell(row, "location"))
                              .withPeriod(period(row, true))
                              .withSummary(prose(about))
                              .withHighlights(bullets(about));
                        })
                    .toList())
            .withEducation(
                rows("education").stream()
                    .map(
                        row ->
                            Education.EMPTY
                                .withInstitution(cell(row, "school name", "school"))
                                .withStudyType(cell(row, "degree name", "degree"))
                                .withArea(cell(row, "field of study", "fields of study"))
                                .withPeriod(period(row, false))
                                .withHighlights(cell(row, "notes").stream().toList()))
                    .toList())
            .withSkills(
                rows("skills").stream()
                    .flatMap(row -> cell(row, "name", "skill").stream())
                    .distinct()
                    .map(Skill.EMPTY::withName)
                    .toList())
            .withCertificates(
                rows("certifications").stream()
                    .map(
                        row ->
                            Certificate.EMPTY
                                .withName(cell(row, "name"))
                                .withIssuer(cell(row, "authority"))
                                .withUrl(cell(row, "url"))
                                .withNumber(cell(row, "license number"))
                                .withDate(date(row, "started on"))
                                .withExpires(date(row, "finished on")))
                    .toList())
            .withLanguages(
                rows("languages").stream()
                    .map(
                        row ->
                            SpokenLanguage.EMPTY
                                .withLanguage(cell(row, "name"))
                                .withFluency(cell(row, "proficiency")))
                    .toList())
            .withProjects(
                rows("projects").stream()
                    .map(
                        row ->
                            Project.EMPTY
                                .withName(cell(row, "title"))
                                .withDescription(cell(row, "description"))
                                .withUrl(cell(row, "url"))
                                .withPeriod(period(row, false)))
                    .toList())
            .withAwards(
                rows("honors").stream()
                    .map(
                        row ->
                            Award.EMPTY
                                .withTitle(cell(row, "title"))
                                .withSummary(cell(row, "description"))
                                .withDate(date(row, "issued on")))
                    .toList())
            .withPublications(
                rows("publications").stream()
                    .map(
                        row ->
                            Publication.EMPTY
                                .withName(cell(row, "name"))
                                .withPublisher(cell(row, "publisher"))
                                .withUrl(cell(row, "url"))
                                .withSummary(cell(row, "description"))
                                .withReleaseDate(date(row, "published on")))
                    .toList())
            .withVolunteer(
                rows("volunteering").stream()
                    .map(
                        row ->
                            Volunteer.EMPTY
                                .withOrganization(cell(row, "company name", "organization"))
                                .withPosition(cell(row, "role"))
                                .withPeriod(period(row, false))
                                .withSummary(cell(row, "description")))
                    .toList());
    String text = String.join("\n", lines.stream().map(SourceLine::text).toList());
    return new ParsedResume(document, text, lines, evidence(document), List.of());
  }

  private List<Evidence> evidence(ResumeDocument document) {
    Map<String, String> sections =
        Map.of(
            "basics",
            "profile",
            "work",
            "positions",
            "certificates",
            "certifications",
            "awards",
            "honors",
            "volunteer",
            "volunteering");
    walk("", ResumeJson.of(document), sections);
    return findings.all();
  }

  private void walk(String path, Object value, Map<String, String> sections) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) ->
              walk(path.isEmpty() ? String.valueOf(key) : path + "." + key, inner, sections));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        walk(path + "[" + i + "]", list.get(i), sections);
      }
    } else {
      String section = path.split("[.\\[]")[0];
      int first = firstLine.getOrDefault(sections.getOrDefault(section, section), 1);
      String text = String.valueOf(value);
      int line =
          lines.stream()
              .filter(source -> source.number() > first && source.text().contains(text))
              .mapToInt(SourceLine::number)
              .findFirst()
              .orElse(first);
      findings.add(path, Optional.of(text), 0.99, line, line);
    }
  }

  private Basics basics() {
    Map<String, String> row = rows("profile").isEmpty() ? Map.of() : rows("profile").getFirst();
    String name =
        String.join(
            " ",
            Stream.of(cell(row, "first name"), cell(row, "last name"))
                .flatMap(Optional::stream)
                .toList());
    Set<String> no = Set.of("no", "false", "");
    Optional<String> mail =
        rows("email").stream()
            .filter(it -> !no.contains(it.getOrDefault("primary", "").toLowerCase(Locale.ROOT)))
            .findFirst()
            .or(() -> rows("email").stream().findFirst())
            .flatMap(it -> cell(it, "email address", "email"));
    return Basics.EMPTY
        .withName(Optional.of(name).filter(text -> !text.isBlank()))
        .withLabel(cell(row, "headline"))
        .withSummary(cell(row, "summary"))
        .withEmail(mail)
        .withPhone(
            rows("phone").stream().findFirst().flatMap(it -> cell(it, "number", "phone number")))
        .withLocation(
            cell(row, "geo location", "location")
                .map(text -> HeaderReader.location(text).orElse(Location.EMPTY.withCity(text))));
  }
}
