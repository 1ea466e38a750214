package dev.peregrine.host.practice;

/**
 * What a model does for a session, or failed to do.
 *
 * @param task that does it
 * @param backend the person's name for who is asked; empty while nobody is
 * @param text what is there of the question; empty while it rates
 * @param error a sentence where it went wrong; empty otherwise
 */
public record InterviewState(
    long task, Doing doing, boolean failed, String backend, String text, String error) {

  /** What it does. */
  public enum Doing {
    ASKS,
    RATES
  }

  /** Whether it goes on. */
  public boolean isUnderWay() {
    return !failed;
  }
}
