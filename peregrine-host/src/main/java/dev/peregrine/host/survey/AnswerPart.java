package dev.peregrine.host.survey;

import java.util.List;

/**
 * How an answer is stored, and what it is beside others.
 *
 * @param seen the version that the next save is made from
 * @param said that it is saved, or that there is none
 * @param answered whether there is one
 * @param theirs what another window saved meanwhile; empty where none did
 * @param earlier what was answered to the employer before
 */
record AnswerPart(
    long id, int seen, String said, boolean answered, String theirs, List<Before> earlier) {

  /**
   * An earlier answer.
   *
   * @param differs whether it is another answer to nearly the same question
   * @param path the survey that it stands in
   */
  record Before(String question, String answer, String when, boolean differs, String path) {}
}
