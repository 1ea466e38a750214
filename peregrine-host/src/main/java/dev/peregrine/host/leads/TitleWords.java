package dev.peregrine.host.leads;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the title of a position in running text, by the word that says what one is. */
final class TitleWords {

  private static final int MOST_BEFORE = 6;
  private static final int LONGEST = 100;

  /** Ends of words that say what a position is, in English and German. */
  private static final Set<String> ROLES =
      Set.of(
          "engineer",
          "developer",
          "programmer",
          "architect",
          "designer",
          "analyst",
          "scientist",
          "manager",
          "consultant",
          "administrator",
          "specialist",
          "director",
          "officer",
          "coordinator",
          "technician",
          "accountant",
          "controller",
          "assistant",
          "nurse",
          "teacher",
          "lecturer",
          "researcher",
          "writer",
          "editor",
          "strategist",
          "planner",
          "producer",
          "operator",
          "tester",
          "buyer",
          "clerk",
          "auditor",
          "lawyer",
          "paralegal",
          "therapist",
          "pharmacist",
          "physician",
          "surveyor",
          "estimator",
          "electrician",
          "mechanic",
          "chef",
          "driver",
          "supervisor",
          "representative",
          "executive",
          "advisor",
          "adviser",
          "keeper",
          "owner",
          "master",
          "entwickler",
          "ingenieur",
          "architekt",
          "berater",
          "leiter",
          "referent",
          "sachbearbeiter",
          "kaufmann",
          "kauffrau",
          "pfleger",
          "pflegefachkraft",
          "mechaniker",
          "techniker",
          "mechatroniker",
          "elektroniker",
          "buchhalter",
          "assistent",
          "redakteur",
          "lehrer",
          "dozent",
          "arzt",
          "ärztin",
          "apotheker",
          "jurist",
          "einkäufer",
          "verkäufer",
          "fachkraft",
          "fachinformatiker",
          "informatiker",
          "projektleiter",
          "meister",
          "planer",
          "monteur",
          "fahrer",
          "gestalter",
          "disponent",
          "wissenschaftler");

  private static final int SHORTEST_ROLE = 4;
  private static final int LONGEST_ROLE = 20;
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,60}");

  /** More than one, or a woman. */
  private static final List<String> ENDINGS = List.of("", "s", "in", "innen");

  private static final Pattern FEMALE = Pattern.compile("(?::in|\\*in|/in|_in|\\(in\\))(?!\\p{L})");

  /** No word of any language; it would take time for each of its letters. */
  private static final Pattern ENDLESS = Pattern.compile("\\p{L}{60,}");

  private static final Pattern TOKEN = Pattern.compile("[^\\s,;:!?()\"“”„<>|]+");

  private static final Pattern GENDERS =
      Pattern.compile(
          "(?i)^\\s*\\((?:[mwdfxi](?:\\s*[/|*,]\\s*(?:[mwdfxi]|div|gn))+|all genders|gn|a)\\)");

  /** Written small, but part of a title before its role. */
  private static final Set<String> MODIFIERS =
      Set.of(
          "senior",
          "junior",
          "lead",
          "staff",
          "principal",
          "head",
          "chief",
          "associate",
          "backend",
          "back-end",
          "frontend",
          "front-end",
          "full",
          "stack",
          "full-stack",
          "fullstack",
          "software",
          "data",
          "product",
          "machine",
          "learning",
          "devops",
          "cloud",
          "platform",
          "site",
          "reliability",
          "security",
          "mobile",
          "web",
          "embedded",
          "systems",
          "system",
          "network",
          "business",
          "project",
          "program",
          "programme",
          "account",
          "customer",
          "success",
          "sales",
          "marketing",
          "content",
          "technical",
          "solutions",
          "solution",
          "quality",
          "test",
          "support",
          "research",
          "clinical",
          "registered",
          "executive",
          "office",
          "human",
          "operations",
          "financial",
          "finance",
          "legal",
          "graphic",
          "ux",
          "ui",
          "qa",
          "it",
          "ai",
          "ml",
          "bi",
          "java",
          "python",
          "kotlin",
          "go",
          "ruby",
          "php",
          "c++",
          ".net",
          "ios",
          "android",
          "sap",
          "and",
          "&",
          "/",
          "-",
          "of",
          "interim",
          "deputy",
          "regional",
          "global",
          "mechanical",
          "electrical",
          "civil");

  /** Written large at the beginning of sentences, and no part of a title. */
  private static final Set<String> NOT_FIRST =
      Set.of(
          "a",
          "an",
          "the",
          "our",
          "my",
          "your",
          "this",
          "that",
          "new",
          "exciting",
          "great",
          "open",
          "hiring",
          "for",
          "as",
          "and",
          "&",
          "of",
          "/",
          "-",
          "re",
          "aw",
          "fwd",
          "wg",
          "role",
          "position",
          "opportunity",
          "job",
          "is",
          "we",
          "i",
          "at",
          "in",
          "to",
          "urgent",
          "hot",
          "now",
          "looking",
          "experienced",
          "talented",
          "available",
          "immediate",
          "als",
          "der",
          "die",
          "das",
          "ein",
          "eine",
          "einen",
          "einer",
          "eines",
          "unser",
          "unsere",
          "unseren",
          "für",
          "zum",
          "zur",
          "stelle",
          "neue",
          "neuen",
          "neuer",
          "spannende",
          "erfahrene",
          "erfahrenen",
          "gesucht",
          "sucht",
          "wir",
          "ihr",
          "ihre",
          "suchen",
          "bei",
          "im",
          "mit",
          "position:",
          "vakanz",
          "gute",
          "tolle",
          "hi",
          "hello",
          "hallo",
          "dear",
          "liebe",
          "lieber",
          "interesse",
          "–",
          "—",
          "von");

  /** Who writes such mails is not what they look for. */
  private static final Pattern WRITER =
      Pattern.compile(
          "(?iu).*(?:recruit|talent|sourc(?:er|ing)|acquisition|headhunt|people|human resources|"
              + "\\bhr\\b|personal(?:referent|leit|berat|sachbearb)|research consultant).*");

  private static final Pattern GENERAL =
      Pattern.compile(
          "(?iu)(?:hiring |line |project )?(?:manager|director|owner|master|executive|keeper|operator|"
              + "driver|consultant|specialist|assistant|officer|representative|engineers?|developers?|"
              + "berater|leiter|meister|entwickler|ingenieure?)");

  private TitleWords() {}

  /** The first title in a text. */
  static Optional<String> in(String text) {
    Optional<String> general = Optional.empty();
    for (String whole : text.lines().toList()) {
      String line = ENDLESS.matcher(whole).replaceAll(" ");
      Matcher role = WORD.matcher(line);
      while (role.find()) {
        if (!isRole(role.group())) {
          continue;
        }
        Optional<String> title =
            around(line, role).filter(found -> !WRITER.matcher(found).matches());
        if (title.isPresent() && !GENERAL.matcher(title.get()).matches()) {
          return title;
        }
        general =
            general.or(
                () -> title.filter(found -> !found.toLowerCase(Locale.ROOT).startsWith("hiring")));
      }
    }
    return general.filter(found -> found.length() > 6);
  }

  private static boolean isRole(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (small.endsWith(ending)) {
        String stem = small.substring(0, small.length() - ending.length());
        for (int end = SHORTEST_ROLE; end <= Math.min(stem.length(), LONGEST_ROLE); end++) {
          if (ROLES.contains(stem.substring(stem.length() - end))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Optional<String> around(String line, Matcher found) {
    int start = found.start();
    Matcher female = FEMALE.matcher(line).region(found.end(), line.length());
    int stop = female.lookingAt() ? female.end() : found.end();
    String before = line.substring(0, start);
    for (int count = 0; count < MOST_BEFORE; count++) {
      int end = before.length();
      while (end > 0 && before.charAt(end - 1) == ' ') {
        end--;
      }
      int begin = end;
      while (begin > 0 && TOKEN.matcher(before.substring(begin - 1, begin)).matches()) {
        begin--;
      }
      String token = before.substring(begin, end);
      if (token.isEmpty() || end == 0 || before.length() - end > 1 || !belongs(token)) {
        break;
      }
      start = begin;
      before = before.substring(0, begin);
    }
    String title = withoutFirst(line.substring(start, stop));
    Matcher genders = GENDERS.matcher(line.substring(stop));
    String whole = title + (genders.find() ? " " + genders.group().strip() : "");
    return title.isEmpty() || whole.length() > LONGEST
        ? Optional.empty()
        : Optional.of(Character.toUpperCase(whole.charAt(0)) + whole.substring(1));
  }

  private static boolean belongs(String token) {
    String small = token.toLowerCase(Locale.ROOT);
    return MODIFIERS.contains(small)
        || (!NOT_FIRST.contains(small)
            && (Character.isUpperCase(token.charAt(0)) || Character.isDigit(token.charAt(0)))
            && !token.endsWith("."));
  }

  private static String withoutFirst(String title) {
    String rest = title.strip();
    while (true) {
      String[] parts = rest.split("\\s+", 2);
      if (parts.length < 2 || !NOT_FIRST.contains(parts[0].toLowerCase(Locale.ROOT))) {
        return rest;
      }
      rest = parts[1];
    }
  }
}
