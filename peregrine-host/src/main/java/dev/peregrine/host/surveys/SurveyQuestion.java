package dev.peregrine.host.surveys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question of a survey, with what the person answers.
 *
 * @param place its number in the survey, from 1
 * @param answer the options that were chosen, a line each, or the person's own words; may be empty
 * @param version grows with each save of the answer
 * @param weighing what a model made of it
 * @param weighed when it did
 */
public record SurveyQuestion(
    long id,
    long survey,
    int place,
    Asked asked,
    String answer,
    int version,
    Optional<Weighing> weighing,
    Instant weighed) {

  public boolean isAnswered() {
    return !answer.isBlank();
  }

  /** The options that were chosen; the whole answer where there are none to choose from. */
  public List<String> chosen() {
    if (answer.isBlank()) {
      return List.of();
    }
    return asked.kind() == QuestionKind.TEXT ? List.of(answer) : answer.lines().toList();
  }
}
