package dev.peregrine.host.apply;

/**
 * A letter while a model writes it.
 *
 * @param task of the page that asks; 0 where none was seen there
 * @param text what is there of it
 * @param error a sentence where it went wrong; empty otherwise
 * @param over whether what this page saw being written is over
 */
record WritingPart(
    long job,
    State state,
    long task,
    String backend,
    String text,
    String error,
    boolean over,
    String token) {

  /** Where it is. */
  enum State {
    NOTHING,
    WAITING,
    THINKING,
    WRITING,
    FAILED
  }

  boolean isUnderWay() {
    return state == State.WAITING || state == State.THINKING || state == State.WRITING;
  }

  boolean isFailed() {
    return state == State.FAILED;
  }
}
