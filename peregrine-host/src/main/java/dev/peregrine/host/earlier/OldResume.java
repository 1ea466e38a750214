package dev.peregrine.host.earlier;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The résumé of {@code plain_text_resume.yaml} in whichever shape it has: as its parser wrote it,
 * as the settings did ({@code personal_information, experience_details}), as the newer pages did
 * ({@code period, responsibilities}), as LinkedIn's import did ({@code date_range}), or a mixture.
 */
final class OldResume {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2}))?(?:[-/.](\\d{1,2}))?");
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[/.](\\d{4})");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?,?\\s+(\\d{4})");
  private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d{2}\\b");
  private static final Pattern OPEN =
      Pattern.compile("(?i)present|current|now|today|ongoing|heute");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final Old root;
  private final Old keywords;

  OldResume(Old root, Old keywords) {
    this.root = root;
    this.keywords = keywords;
  }

  boolean isEmpty() {
    ResumeDocument document = document();
    return document.work().isEmpty()
        && document.education().isEmpty()
        && document.skills().isEmpty()
        && document.basics().summary().isEmpty()
        && document.basics().name().isEmpty();
  }

  Old personal() {
    return root.has("personal_information") ? root.at("personal_information") : root;
  }

  ResumeDocument document() {
    var json = new LinkedHashMap<String, Object>();
    json.put("basics", basics());
    json.put("work", work());
    json.put("education", education());
    json.put("awards", awards());
    json.put("certificates", certificates());
    json.put("projects", projects());
    json.put("languages", languages());
    json.put("skills", skills());
    return ResumeJson.read(JsonMapper.shared().writeValueAsString(json))
        .orElse(ResumeDocument.EMPTY);
  }

  private Map<String, Object> basics() {
    Old person = personal();
    var basics = new LinkedHashMap<String, Object>();
    String whole = (person.text("name") + " " + person.text("surname")).strip();
    String two = (person.text("first_name") + " " + person.text("last_name")).strip();
    put(basics, "name", two.isEmpty() ? whole : two);
    put(basics, "email", person.text("email"));
    put(basics, "phone", (person.text("phone_prefix") + person.text("phone")).strip());
    put(basics, "summary", root.first("career_summary", "summary", "professional_summary"));
    var location = new LinkedHashMap<String, Object>();
    put(location, "address", person.first("address", "street"));
    put(location, "postalCode", person.first("zip_code", "zip", "postal_code"));
    put(location, "city", person.text("city"));
    if (!location.isEmpty()) {
      basics.put("location", location);
    }
    var profiles = new ArrayList<Map<String, Object>>();
    profile(profiles, "LinkedIn", person.first("linkedin", "linkedin_url"));
    profile(profiles, "GitHub", person.text("github"));
    basics.put("profiles", profiles);
    return basics;
  }

  private static void profile(List<Map<String, Object>> profiles, String network, String url) {
    if (!url.isEmpty()) {
      profiles.add(Map.of("network", network, "url", url));
    }
  }

  private List<Map<String, Object>> work() {
    var work = new ArrayList<Map<String, Object>>();
    for (String list : List.of("experience_details", "experience", "work_experience")) {
      for (Old entry : root.list(list)) {
        var one = new LinkedHashMap<String, Object>();
        put(one, "name", entry.text("company"));
        put(one, "position", entry.first("position", "title"));
        put(one, "location", entry.text("location"));
        put(one, "description", entry.text("industry"));
        period(one, entry);
        put(one, "summary", entry.first("summary", "description"));
        List<String> bullets = bullets(entry);
        if (!bullets.isEmpty()) {
          one.put("highlights", bullets);
        }
        List<String> learnt = new ArrayList<>(entry.texts("skills_acquired"));
        learnt.addAll(entry.texts("skills"));
        if (!learnt.isEmpty()) {
          one.put("skills", learnt);
        }
        if (!one.isEmpty() && !work.contains(one)) {
          work.add(one);
        }
      }
    }
    return work;
  }

  private static List<String> bullets(Old entry) {
    var bullets = new ArrayList<String>();
    for (String key : List.of("key_responsibilities", "responsibilities", "bullets")) {
      // Each is a text, or a mapping of responsibility_1, responsibility_2 … to texts.
      for (Old numbered : entry.list(key)) {
        new TreeMap<>(numbered.values())
            .values().stream().map(value -> String.valueOf(value).strip()).forEach(bullets::add);
      }
      for (String text : entry.texts(key)) {
        text.lines()
            .map(line -> line.replaceFirst("^\\s*[-•*–]\\s*", "").strip())
            .forEach(bullets::add);
      }
    }
    return bullets.stream().filter(text -> !text.isEmpty()).distinct().toList();
  }

  private List<Map<String, Object>> education() {
    var education = new ArrayList<Map<String, Object>>();
    for (String list : List.of("education", "education_details")) {
      for (Old entry : root.list(list)) {
        var one = new LinkedHashMap<String, Object>();
        put(one, "institution", entry.first("institution", "school", "university"));
        put(one, "studyType", entry.first("degree", "education_level"));
        put(one, "area", entry.first("field", "field_of_study"));
        put(one, "score", entry.first("gpa", "final_evaluation_grade"));
        period(one, entry);
        String end = date(entry.first("graduation_year", "year_of_completion"));
        if (!one.containsKey("endDate")) {
          put(one, "endDate", end);
        }
        put(one, "startDate", one.containsKey("startDate") ? "" : date(entry.text("start_date")));
        if (!one.isEmpty() && !education.contains(one)) {
          education.add(one);
        }
      }
    }
    return education;
  }

  /** {@code start_date} and {@code end_date}, or one text with a dash. */
  private static void period(Map<String, Object> one, Old entry) {
    String start = entry.text("start_date");
    String end = entry.text("end_date");
    if (start.isEmpty() && end.isEmpty()) {
      String range = entry.first("employment_period", "period", "date_range", "dates");
      String[] parts = range.split("\\s+[-–—]\\s+|\\s*[–—]\\s*|\\s+to\\s+", 2);
      start = parts.length == 2 ? parts[0] : "";
      end = parts[parts.length - 1];
      if (parts.length == 1 && range.matches("\\d{4}\\s*-\\s*(\\d{4}|\\p{L}+)")) {
        start = range.substring(0, 4);
        end = range.substring(range.indexOf('-') + 1);
      }
    }
    put(one, "startDate", date(start));
    if (OPEN.matcher(end).find()) {
      one.put("current", true);
    } else {
      put(one, "endDate", date(end));
    }
    if (!start.isEmpty() && date(start).isEmpty()
        || !end.isEmpty() && date(end).isEmpty() && !one.containsKey("current")) {
      put(one, "dates", (start + " – " + end).strip());
    }
  }

  /** As JSON Resume writes it; empty for what is no date. */
  static String date(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text.strip());
    if (yearFirst.matches()) {
      return month(yearFirst.group(1), yearFirst.group(2));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text.strip());
    if (monthFirst.matches()) {
      return month(monthFirst.group(2), monthFirst.group(1));
    }
    Matcher named = NAMED.matcher(text);
    if (named.find()) {
      int month = MONTHS.indexOf(named.group(1).toLowerCase(Locale.ROOT)) + 1;
      return month(named.group(2), Integer.toString(month));
    }
    Matcher year = YEAR.matcher(text);
    return year.find() ? year.group() : "";
  }

  private static String month(String year, @org.jspecify.annotations.Nullable String month) {
    int number = month == null ? 0 : Integer.parseInt(month);
    return number < 1 || number > 12 ? year : "%s-%02d".formatted(year, number);
  }

  private List<Map<String, Object>> awards() {
    var awards = new ArrayList<Map<String, Object>>();
    for (Old entry : root.list("achievements")) {
      var one = new LinkedHashMap<String, Object>();
      put(one, "title", entry.first("name", "title"));
      put(one, "summary", entry.text("description"));
      awards.add(one);
    }
    root.texts("achievements").forEach(text -> awards.add(Map.of("title", text)));
    return awards.stream().filter(one -> !one.isEmpty()).toList();
  }

  private List<Map<String, Object>> certificates() {
    var certificates = new ArrayList<Map<String, Object>>();
    for (Old entry : root.list("certifications")) {
      var one = new LinkedHashMap<String, Object>();
      put(one, "name", entry.first("name", "title"));
      put(one, "issuer", entry.text("issuer"));
      put(one, "summary", entry.text("description"));
      certificates.add(one);
    }
    root.texts("certifications").forEach(text -> certificates.add(Map.of("name", text)));
    return certificates.stream().filter(one -> !one.isEmpty()).toList();
  }

  private List<Map<String, Object>> projects() {
    var projects = new ArrayList<Map<String, Object>>();
    for (Old entry : root.list("projects")) {
      var one = new LinkedHashMap<String, Object>();
      put(one, "name", entry.first("name", "title"));
      put(one, "description", entry.text("description"));
      put(one, "url", entry.first("link", "url"));
      projects.add(one);
    }
    return projects.stream().filter(one -> !one.isEmpty()).toList();
  }

  private List<Map<String, Object>> languages() {
    var languages = new ArrayList<Map<String, Object>>();
    for (Old entry : root.list("languages")) {
      var one = new LinkedHashMap<String, Object>();
      put(one, "language", entry.first("language", "name"));
      put(one, "fluency", entry.first("proficiency", "level", "fluency"));
      languages.add(one);
    }
    root.texts("languages").forEach(text -> languages.add(Map.of("language", text)));
    return languages.stream().filter(one -> !one.isEmpty()).toList();
  }

  private List<Map<String, Object>> skills() {
    var skills = new ArrayList<Map<String, Object>>();
    List<String> single = new ArrayList<>();
    for (Old source : List.of(root, keywords)) {
      source.texts("skills").stream()
          .flatMap(text -> Arrays.stream(text.split("\\s*[,|•·]\\s*")))
          .filter(text -> !text.isBlank())
          .forEach(single::add);
    }
    single.stream().distinct().forEach(name -> skills.add(Map.of("name", name)));
    for (String group : List.of("domains", "keywords")) {
      List<String> words = new ArrayList<>(root.texts(group));
      words.addAll(keywords.texts(group));
      if (!words.isEmpty()) {
        String label = group.equals("domains") ? "Domains" : "Keywords";
        skills.add(Map.of("name", label, "keywords", words.stream().distinct().toList()));
      }
    }
    return skills;
  }

  private static void put(Map<String, Object> json, String key, String value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }
}
