package dev.peregrine.host.apply;

/**
 * A question with its answer.
 *
 * @param here its address
 * @param most the longest answer; empty for any
 * @param unit what is counted
 */
record QuestionPart(
    long id,
    String here,
    String token,
    String question,
    String answer,
    String most,
    String unit,
    SavedPart saved,
    HelpPart help) {

  int rows() {
    return (int) Math.clamp(answer.lines().count() + answer.length() / 80 + 1, 3, 18);
  }
}
