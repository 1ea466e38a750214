package dev.peregrine.api;

import static dev.peregrine.api.EmploymentType.APPRENTICESHIP;
import static dev.peregrine.api.EmploymentType.CONTRACT;
import static dev.peregrine.api.EmploymentType.FULL_TIME;
import static dev.peregrine.api.EmploymentType.INTERNSHIP;
import static dev.peregrine.api.EmploymentType.OTHER;
import static dev.peregrine.api.EmploymentType.PART_TIME;
import static dev.peregrine.api.EmploymentType.PERMANENT;
import static dev.peregrine.api.EmploymentType.PER_DIEM;
import static dev.peregrine.api.EmploymentType.TEMPORARY;
import static dev.peregrine.api.EmploymentType.VOLUNTEER;
import static dev.peregrine.api.EmploymentType.WORKING_STUDENT;

import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words for kinds of employment. */
final class EmploymentWords {

  private static final int LONGEST = 500;
  private static final Pattern PARTS =
      Pattern.compile("[,;/|()+&]| and | und | or | oder | et | ou ");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** Each as a whole part of the text, blanks and dashes left out. */
  private static final Map<String, EmploymentType> PHRASES = words(phrases());

  /** Each as a word in a longer part, where it means nothing else. */
  private static final Map<String, EmploymentType> WORDS = words(singleWords());

  private EmploymentWords() {}

  static Set<EmploymentType> read(String original) {
    String text = original.length() > LONGEST ? original.substring(0, LONGEST) : original;
    String lower = lowerCase(text);
    var found = EnumSet.noneOf(EmploymentType.class);
    for (String part : PARTS.split(lower)) {
      found.addAll(ofPart(part));
    }
    if (lower.strip().equals("100%")) {
      found.add(FULL_TIME);
    }
    return Collections.unmodifiableSet(found);
  }

  private static Set<EmploymentType> ofPart(String part) {
    String plain = NO_LETTERS.matcher(part).replaceAll("");
    EmploymentType whole = PHRASES.get(plain);
    if (whole != null) {
      return EnumSet.of(whole);
    }
    var found = EnumSet.noneOf(EmploymentType.class);
    for (String word : NO_LETTERS.split(part)) {
      EmploymentType one = WORDS.get(word);
      if (one != null) {
        found.add(one);
      }
    }
    if (plain.contains("fulltime")) {
      found.add(FULL_TIME);
    }
    if (plain.contains("parttime")) {
      found.add(PART_TIME);
    }
    if (plain.contains("fixedterm")) {
      found.add(TEMPORARY);
    }
    // "Fixed-term contract", "permanent contract": an employee's, not a contractor's
    if (found.contains(TEMPORARY) || found.contains(PERMANENT)) {
      found.remove(CONTRACT);
    }
    return found;
  }

  private static Map<EmploymentType, String> phrases() {
    var phrases = new EnumMap<>(singleWords());
    phrases.merge(
        FULL_TIME,
        "tempsplein tiempocompleto jornadacompleta tempopieno heltid fuldtid pełnyetat plnýúvazek"
            + " teljesmunkaidő kokopäivätyö tamzamanlı tamzamanli cunormăîntreagă períodointegral"
            + " tempointegral πλήρηςαπασχόληση повназайнятість toànthờigian งานประจำ 全职 全職"
            + " 정규직 دوامكامل regularft ft",
        EmploymentWords::joined);
    phrases.merge(
        PART_TIME,
        "tempspartiel partiel mediotiempo tiempoparcial jornadaparcial tempoparziale niepełnyetat"
            + " částečnýúvazek side sidejob minijob nebenjob pt",
        EmploymentWords::joined);
    phrases.merge(PERMANENT, "regular indefinido tempoindeterminato", EmploymentWords::joined);
    phrases.merge(
        TEMPORARY,
        "temp fixedterm fixed contractfixedterm tempodeterminato limited seasonal summer",
        EmploymentWords::joined);
    phrases.merge(
        CONTRACT, "independentcontractor selfemployed b b2b corptocorp", EmploymentWords::joined);
    phrases.merge(INTERNSHIP, "stage stagiaire onthejobtraining ojt", EmploymentWords::joined);
    phrases.merge(PER_DIEM, "perdiem", EmploymentWords::joined);
    phrases.merge(WORKING_STUDENT, "workingstudent studentjob", EmploymentWords::joined);
    phrases.put(OTHER, "other otro autre sonstige sonstiges");
    return phrases;
  }

  private static Map<EmploymentType, String> singleWords() {
    return Map.of(
        FULL_TIME,
        "fulltime vollzeit voltijds",
        PART_TIME,
        "parttime teilzeit deltid deeltijds",
        PERMANENT,
        "permanent unbefristet festanstellung cdi",
        TEMPORARY,
        "temporary befristet cdd temporal interim zeitarbeit",
        CONTRACT,
        "contract contractor freelance freelancer freiberuflich",
        INTERNSHIP,
        "intern internship praktikum praktikant praktikantin praktik prácticas stagiaire trainee",
        APPRENTICESHIP,
        "apprenticeship apprentice ausbildung auszubildende azubi alternance",
        WORKING_STUDENT,
        "werkstudent werkstudentin",
        VOLUNTEER,
        "volunteer ehrenamt ehrenamtlich bénévolat");
  }

  /** One spelling where Unicode knows several, as of accents and of Thai vowels. */
  private static String lowerCase(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String joined(String some, String more) {
    return some + " " + more;
  }

  private static Map<String, EmploymentType> words(Map<EmploymentType, String> lists) {
    var words = new HashMap<String, EmploymentType>();
    lists.forEach(
        (type, list) -> List.of(list.split(" ")).forEach(word -> words.put(lowerCase(word), type)));
    return Map.copyOf(words);
  }
}
