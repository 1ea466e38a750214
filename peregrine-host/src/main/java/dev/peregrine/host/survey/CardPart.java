package dev.peregrine.host.survey;

import java.util.List;

/**
 * A question with its answer.
 *
 * @param here its address
 * @param options to choose from; none where it is answered in words
 * @param several whether more than one may be chosen
 * @param steps whether the options are steps of a scale
 * @param answer in words; empty where there are options
 * @param said what the person says of themselves that bears on it
 * @param lines what the résumé has for it
 */
record CardPart(
    long id,
    String here,
    String token,
    int number,
    String question,
    List<Choice> options,
    boolean several,
    boolean steps,
    String answer,
    AnswerPart saved,
    WeighedPart weighed,
    List<String> said,
    List<String> lines) {

  /** An option. */
  record Choice(String value, String text, boolean chosen) {}

  boolean inWords() {
    return options.isEmpty();
  }

  int rows() {
    return (int) Math.clamp(answer.lines().count() + answer.length() / 80 + 1, 3, 14);
  }
}
