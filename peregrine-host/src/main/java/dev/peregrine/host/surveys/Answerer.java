package dev.peregrine.host.surveys;

import dev.peregrine.host.resumes.Unnamed;
import java.util.List;

/**
 * The person as far as surveys are concerned.
 *
 * @param matters what matters to them at work, in their own words; may be empty
 * @param voice how they want to sound; may be empty
 * @param causes what they care about, a line each
 * @param unnamed takes out employers whom they never name
 */
public record Answerer(String matters, String voice, List<String> causes, Unnamed unnamed) {

  public Answerer {
    causes = List.copyOf(causes);
  }

  /** Whether they said anything that an answer could follow from. */
  public boolean saidSomething() {
    return !matters.isBlank() || !causes.isEmpty();
  }
}
