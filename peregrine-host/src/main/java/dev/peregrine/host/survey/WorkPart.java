package dev.peregrine.host.survey;

import java.util.OptionalDouble;

/**
 * What is being done with a survey.
 *
 * @param here the address of the survey
 * @param state {@code none}, {@code locked}, {@code ready}, {@code running} or {@code empty} where
 *     there is no question to weigh
 * @param sentence why it is locked, or what is being done
 * @param reading whether pictures are being read
 * @param task the number of the task that runs; 0 for none
 * @param failed why the last one ended early; empty where it did not
 * @param detailed whether each option is weighed
 * @param weighed how many questions are weighed
 * @param all how many there are
 * @param after the moment of the last weighing that is on the page, in milliseconds
 */
record WorkPart(
    String here,
    String token,
    String state,
    String sentence,
    boolean reading,
    long task,
    OptionalDouble done,
    String failed,
    boolean detailed,
    int weighed,
    int all,
    long after) {

  boolean running() {
    return state.equals("running");
  }

  boolean wholly() {
    return all > 0 && weighed == all;
  }

  /** For the element that shows it. */
  double fraction() {
    return done.orElse(0);
  }
}
