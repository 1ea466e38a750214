package dev.peregrine.host.importers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What columns commonly mean by their names, and whose list it is.
 *
 * <p><b>Source:</b> names as LinkedIn's copy of one's data, Huntr, Teal, JobSync ({@code
 * src/app/api/jobs/export/route.ts}) and job-ops ({@code server/db/schema.ts}) write them, read
 * November 2026, and words that people use for their own tables in English and German.
 */
final class Guess {

  private static final Map<String, Field> NAMES = names();

  private static final Set<String> LINKEDIN_APPLIED =
      Set.of("application date", "company name", "job title", "job url");
  private static final Set<String> LINKEDIN_SAVED =
      Set.of("saved date", "company name", "job title", "job url");

  private Guess() {}

  /** How many of these are names of columns. */
  static long known(List<String> cells) {
    return cells.stream().filter(cell -> NAMES.containsKey(plain(cell))).count();
  }

  /** Whose list has such columns. */
  static Kind kind(List<String> header) {
    Set<String> names = header.stream().map(Guess::plain).collect(Collectors.toSet());
    if (names.containsAll(LINKEDIN_APPLIED) || names.containsAll(LINKEDIN_SAVED)) {
      return Kind.LINKEDIN;
    }
    if (names.containsAll(Set.of("jobtitle", "applieddate", "jobsource", "company"))) {
      return Kind.JOBSYNC;
    }
    if (names.contains("excitement")) {
      return Kind.TEAL;
    }
    if (names.contains("suitability score") && names.contains("employer")) {
      return Kind.JOB_OPS;
    }
    boolean board = names.contains("board") || names.contains("board name");
    boolean list = names.contains("list") || names.contains("list name");
    return board && list ? Kind.HUNTR : Kind.CSV;
  }

  /** What all columns of a list mean, as far as can be told. */
  static Meaning meaning(Sheet sheet) {
    var fields = new ArrayList<Field>();
    var taken = new HashSet<Field>();
    for (int at = 0; at < sheet.header().size(); at++) {
      String name = sheet.header().get(at);
      Field field = NAMES.getOrDefault(plain(name), Field.NOTHING);
      if (field.isTime() && saysOnlyWhether(sheet, at) && hasOther(sheet, field, at)) {
        field = Field.NOTHING;
      }
      if (sheet.kind() == Kind.LINKEDIN && plain(name).startsWith("contact ")) {
        // The person's own address and number, not the employer's.
        field = Field.NOTHING;
      }
      fields.add(field.isMany() || taken.add(field) ? field : Field.NOTHING);
    }
    for (int at = 0; at < fields.size(); at++) {
      if (fields.get(at) == Field.NOTHING
          && !NAMES.containsKey(plain(sheet.header().get(at)))
          && taken.size() < Field.values().length) {
        byContent(sheet, at)
            .filter(field -> !taken.contains(field))
            .ifPresent(addTo(fields, taken, at));
      }
    }
    Optional<DayOrder> order =
        sheet.kind() == Kind.LINKEDIN ? Optional.of(DayOrder.MONTH_FIRST) : Optional.empty();
    return new Meaning(fields, order, Map.of(), Standing.WAITING);
  }

  /** "Yes" and "No" where another column has the day. */
  private static boolean saysOnlyWhether(Sheet sheet, int column) {
    return sheet.samples(column, 2).stream().noneMatch(text -> text.matches(".*\\d.*"));
  }

  private static boolean hasOther(Sheet sheet, Field field, int column) {
    return IntStream.range(0, sheet.header().size())
        .anyMatch(at -> at != column && NAMES.get(plain(sheet.header().get(at))) == field);
  }

  private static java.util.function.Consumer<Field> addTo(
      List<Field> fields, Set<Field> taken, int at) {
    return field -> {
      taken.add(field);
      fields.set(at, field);
    };
  }

  /** A column whose cells are all links has the links, whatever its name. */
  private static Optional<Field> byContent(Sheet sheet, int column) {
    List<String> samples = sheet.samples(column, 5);
    return !samples.isEmpty() && samples.stream().allMatch(text -> text.matches("(?i)https?://.*"))
        ? Optional.of(Field.LINK)
        : Optional.empty();
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Map<String, Field> names() {
    var names = new HashMap<String, Field>();
    add(
        names,
        Field.TITLE,
        "title|job title|jobtitle|position|role|job|job position|job name|role title|position title|stelle|titel|jobtitel|stellenbezeichnung|stellentitel|beruf");
    add(
        names,
        Field.COMPANY,
        "company|company name|employer|employer name|organisation|organization|firma|unternehmen|arbeitgeber");
    add(
        names,
        Field.LINK,
        "url|link|job url|joburl|job link|posting|posting url|job posting|job post url|job post|posting link|listing url|source url|original url|application link|adresse|stellenlink|anzeige|webseite");
    add(
        names,
        Field.PLACE,
        "location|place|city|job location|ort|standort|arbeitsort|stadt|einsatzort");
    add(
        names,
        Field.STAGE,
        "status|stage|list|list name|column|state|phase|application status|pipeline stage|stand|bewerbungsstatus");
    add(
        names,
        Field.SAVED,
        "saved date|date saved|saved|saved at|created|created at|createdat|date added|added|added at|date found|found|discovered at|bookmarked date|gespeichert am|hinzugefügt|erfasst am|gefunden am");
    add(
        names,
        Field.APPLIED,
        "application date|applied|applied at|applied on|applied date|applieddate|date applied|date of application|date|beworben am|bewerbungsdatum|datum|bewerbung am|abgeschickt am");
    add(
        names,
        Field.SCREENED,
        "phone screen|phone screen date|screening date|phone interview date|telefoninterview am");
    add(
        names,
        Field.INTERVIEWED,
        "interview|interview date|interviewed at|interviewing at|first interview|interview at|first interview date|gespräch am|vorstellungsgespräch am|interviewdatum");
    add(names, Field.OFFERED, "offer date|offered at|offer at|date of offer|angebot am");
    add(
        names,
        Field.ENDED,
        "rejected at|rejection date|date rejected|closed at|closed date|end date|archived at|absage am|beendet am|response date");
    add(
        names,
        Field.NOTES,
        "note|notes|comment|comments|remarks|my notes|notiz|notizen|kommentar|kommentare|bemerkung|bemerkungen");
    add(
        names,
        Field.SALARY,
        "salary|pay|salary range|salaryrange|compensation|salary rate|gehalt|gehaltsspanne|verdienst|vergütung");
    add(
        names,
        Field.SALARY_FROM,
        "min salary|minimum salary|salary min|salary from|salary min amount|gehalt von|mindestgehalt");
    add(
        names,
        Field.SALARY_TO,
        "max salary|maximum salary|salary max|salary to|salary max amount|gehalt bis");
    add(names, Field.CURRENCY, "currency|salary currency|währung");
    add(
        names,
        Field.PERIOD,
        "salary period|pay period|salary interval|interval|salary frequency|zeitraum");
    add(
        names,
        Field.DESCRIPTION,
        "description|job description|jobdescription|details|beschreibung|stellenbeschreibung|text");
    add(
        names,
        Field.REMOTE,
        "remote|work model|workplace|workplace type|workplacetype|work mode|is remote|work from home type|arbeitsmodell|homeoffice");
    add(
        names,
        Field.EMPLOYMENT,
        "job type|jobtype|employment type|contract|contract type|role type|anstellungsart|arbeitszeit|vertragsart");
    add(
        names,
        Field.POSTED,
        "posted|date posted|posted at|posted on|posting date|veröffentlicht|veröffentlicht am|anzeige vom");
    add(
        names,
        Field.CLOSES,
        "deadline|closes|closing date|due date|application deadline|duedate|frist|bewerbungsfrist|bewerbungsschluss");
    add(names, Field.TAGS, "tags|labels|skills|keywords|schlagworte|schlagwörter|stichworte");
    add(
        names,
        Field.FOLLOW_UP,
        "follow up|follow up date|followup|next follow up|next action date|reminder|wiedervorlage|nachfassen am|erinnerung");
    add(
        names,
        Field.CONTACT,
        "contact|contact name|contact person|recruiter|recruiter name|hiring manager|ansprechpartner|ansprechpartnerin|kontakt|kontaktperson");
    add(
        names,
        Field.CONTACT_MAIL,
        "contact email|contact mail|recruiter email|contact e mail|email|e mail|kontakt e mail|mail");
    add(
        names,
        Field.CONTACT_PHONE,
        "contact phone|contact phone number|phone|phone number|recruiter phone|telefon|telefonnummer");
    add(
        names,
        Field.QUESTIONS,
        "question and answers|questions and answers|screening questions|fragen und antworten");
    add(names, Field.RESUME, "resume name|resume|resume used|resume version|cv|cv file|lebenslauf");
    return Map.copyOf(names);
  }

  private static void add(Map<String, Field> to, Field field, String names) {
    List.of(names.split("\\|")).forEach(name -> to.put(name, field));
  }
}
