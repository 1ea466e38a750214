package dev.peregrine.host.practice;

/**
 * A question as it is put.
 *
 * @param bank the id of the shipped question that it is; empty for none
 * @param demand what of the posting was put into it; empty for nothing
 * @param question as the interviewer says it
 */
public record Asked(String bank, Theme theme, String demand, String question) {

  static final int LONGEST = 1_000;

  public Asked {
    question = question.strip();
    if (question.isEmpty() || question.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Question \"%s\": expected 1 to %,d characters.".formatted(question, LONGEST));
    }
  }

  /** By what it is found again that two questions are the same. */
  String key() {
    return bank.isEmpty() ? keyOf(question) : demand.isEmpty() ? bank : bank + ":" + demand;
  }

  /** The key of a question that is none of the shipped ones. */
  static String keyOf(String question) {
    return "said:" + question;
  }
}
