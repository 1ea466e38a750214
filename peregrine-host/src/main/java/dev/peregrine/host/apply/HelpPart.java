package dev.peregrine.host.apply;

import java.util.List;

/**
 * What helps to answer a question.
 *
 * @param here the address of the question
 * @param model why no model can be asked; empty where one can
 * @param step what the model does now; empty where none is asked
 * @param task the number of the task that asks; 0 for none
 * @param failed why the last one failed; empty where it did not
 * @param suggestion what waits for the person, in pieces; none where nothing does
 * @param doubts what of it the résumé does not bear out
 * @param said what the profile says to it; empty for nothing
 * @param facts what the résumé has for it
 */
record HelpPart(
    long id,
    String here,
    String token,
    String model,
    long task,
    String step,
    String failed,
    List<Piece> suggestion,
    String by,
    List<String> doubts,
    String said,
    List<String> facts,
    List<Earlier> earlier) {

  /** Some of a text. */
  record Piece(String text, boolean doubted) {}

  /**
   * An answer to a question like it.
   *
   * @param where the job it was for
   * @param names the company that it names and that this job is not at; empty for none
   */
  record Earlier(long id, String question, String answer, String where, String names) {}

  boolean running() {
    return task > 0;
  }
}
