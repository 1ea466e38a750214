package dev.peregrine.host.surveys;

import java.util.List;

/**
 * A question as it was found in a survey.
 *
 * @param options in the order of the survey; none for {@link QuestionKind#TEXT}
 */
public record Asked(String question, QuestionKind kind, List<String> options) {

  public Asked {
    options = List.copyOf(options);
  }

  static Asked text(String question) {
    return new Asked(question, QuestionKind.TEXT, List.of());
  }
}
