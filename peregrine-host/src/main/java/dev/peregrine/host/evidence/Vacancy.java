package dev.peregrine.host.evidence;

/**
 * What the text answers to. Its names and numbers may be spoken of without being claims.
 *
 * @param title of the posting
 * @param company the employer
 * @param description as plain text
 */
public record Vacancy(String title, String company, String description) {

  /** Of which nothing is known. */
  public static final Vacancy UNKNOWN = new Vacancy("", "", "");
}
