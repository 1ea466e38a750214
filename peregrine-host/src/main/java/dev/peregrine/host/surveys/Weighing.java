package dev.peregrine.host.surveys;

import java.util.List;

/**
 * What a model made of a question.
 *
 * @param mode how thoroughly it was asked
 * @param best numbers of the options that fit the person best, from 0; none for questions in words
 * @param draft an answer in words, where the question asks for words; may be empty
 * @param reason why, in a line
 * @param options each option weighed; none where it was quick
 * @param conflict what it contradicts of what was answered before; may be empty
 * @param backend the person's name for the model
 */
public record Weighing(
    SurveyMode mode,
    List<Integer> best,
    String draft,
    String reason,
    List<Weighed> options,
    String conflict,
    String backend) {

  /**
   * An option weighed.
   *
   * @param option its number, from 0
   * @param fit how well it fits the person, 0 to 100
   */
  public record Weighed(int option, int fit, String why) {}

  public Weighing {
    best = List.copyOf(best);
    options = List.copyOf(options);
  }
}
