package dev.peregrine.api;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Kind of contract and of working time. A posting may have several.
 *
 * @since 0.1
 */
public enum EmploymentType {
  FULL_TIME,
  PART_TIME,
  /** Without an end, as opposed to temporary. */
  PERMANENT,
  TEMPORARY,
  /** As a contractor or freelancer. */
  CONTRACT,
  INTERNSHIP,
  APPRENTICESHIP,
  /** Work beside studies. */
  WORKING_STUDENT,
  PER_DIEM,
  VOLUNTEER,
  OTHER;

  private static final Map<String, EmploymentType> WORDS =
      Map.ofEntries(
          Map.entry("fulltime", FULL_TIME),
          Map.entry("vollzeit", FULL_TIME),
          Map.entry("tempsplein", FULL_TIME),
          Map.entry("tiempocompleto", FULL_TIME),
          Map.entry("jornadacompleta", FULL_TIME),
          Map.entry("tempopieno", FULL_TIME),
          Map.entry("voltijds", FULL_TIME),
          Map.entry("heltid", FULL_TIME),
          Map.entry("fuldtid", FULL_TIME),
          Map.entry("pełnyetat", FULL_TIME),
          Map.entry("parttime", PART_TIME),
          Map.entry("teilzeit", PART_TIME),
          Map.entry("tempspartiel", PART_TIME),
          Map.entry("mediotiempo", PART_TIME),
          Map.entry("deltid", PART_TIME),
          Map.entry("permanent", PERMANENT),
          Map.entry("unbefristet", PERMANENT),
          Map.entry("festanstellung", PERMANENT),
          Map.entry("cdi", PERMANENT),
          Map.entry("temporary", TEMPORARY),
          Map.entry("temp", TEMPORARY),
          Map.entry("befristet", TEMPORARY),
          Map.entry("fixedterm", TEMPORARY),
          Map.entry("cdd", TEMPORARY),
          Map.entry("seasonal", TEMPORARY),
          Map.entry("contract", CONTRACT),
          Map.entry("contractor", CONTRACT),
          Map.entry("freelance", CONTRACT),
          Map.entry("freelancer", CONTRACT),
          Map.entry("freiberuflich", CONTRACT),
          Map.entry("intern", INTERNSHIP),
          Map.entry("internship", INTERNSHIP),
          Map.entry("praktikum", INTERNSHIP),
          Map.entry("stage", INTERNSHIP),
          Map.entry("apprenticeship", APPRENTICESHIP),
          Map.entry("ausbildung", APPRENTICESHIP),
          Map.entry("workingstudent", WORKING_STUDENT),
          Map.entry("werkstudent", WORKING_STUDENT),
          Map.entry("perdiem", PER_DIEM),
          Map.entry("volunteer", VOLUNTEER),
          Map.entry("other", OTHER));

  /**
   * Reads the words that boards use, in the languages met so far: {@code Full-Time}, {@code
   * fulltime}, {@code Vollzeit}, {@code CDI}, {@code Regular Full Time (Salary)}. Several may stand
   * in one text. Empty where nothing is known.
   */
  public static Set<EmploymentType> parse(String text) {
    var found = EnumSet.noneOf(EmploymentType.class);
    for (String part : text.split("[,;/|()+]| and | und | or | oder ")) {
      String plain = part.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
      EmploymentType whole = WORDS.get(plain);
      if (whole != null) {
        found.add(whole);
        continue;
      }
      if (plain.contains("fulltime")) {
        found.add(FULL_TIME);
      }
      if (plain.contains("parttime")) {
        found.add(PART_TIME);
      }
      for (String word : part.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
        EmploymentType one = WORDS.get(word);
        if (one != null && one != OTHER) {
          found.add(one);
        }
      }
    }
    return Set.copyOf(found);
  }
}
