package dev.peregrine.host.survey;

import java.util.List;

/**
 * What a model made of a question.
 *
 * @param here the address of the question
 * @param again whether it takes the place of one that is on the page
 * @param by the model; empty where none weighed it
 * @param best the options that fit best, in words
 * @param draft an answer in words
 * @param doubts what of it the résumé does not bear out
 * @param options each option weighed
 */
record WeighedPart(
    long id,
    String here,
    String token,
    boolean again,
    String by,
    List<String> best,
    String draft,
    List<String> doubts,
    String reason,
    String conflict,
    List<Option> options) {

  /** An option weighed. */
  record Option(String text, int fit, String why, boolean best) {}

  boolean isThere() {
    return !by.isEmpty();
  }
}
