package dev.peregrine.api.scoring;

import java.util.List;

/**
 * The person, as far as a scorer needs to know.
 *
 * @param resume the résumé's text, plain; may be empty
 * @param titles the titles that the person looks for, as written in the search profile
 * @param skills skills that the person named apart from the résumé's text
 * @since 0.1
 */
public record Candidate(String resume, List<String> titles, List<String> skills) {

  public Candidate {
    titles = List.copyOf(titles);
    skills = List.copyOf(skills);
  }

  /** A person of whom only the résumé's text is known. */
  public static Candidate of(String resume) {
    return new Candidate(resume, List.of(), List.of());
  }
}
