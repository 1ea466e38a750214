package dev.peregrine.api;

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

  /**
   * Reads the words that boards use in a field for this, in the languages met so far: {@code
   * Full-Time}, {@code fulltime}, {@code Vollzeit}, {@code CDI}, {@code Regular Full Time
   * (Salary)}. Several may stand in one text. Empty where nothing is known.
   *
   * <p><b>Limits:</b> the first 500 characters are read.
   *
   * @return in the order of the constants
   */
  public static Set<EmploymentType> parse(String text) {
    return EmploymentWords.read(text);
  }
}
