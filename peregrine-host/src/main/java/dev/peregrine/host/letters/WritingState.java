package dev.peregrine.host.letters;

/**
 * How far a letter is that a model writes.
 *
 * @param task that writes it
 * @param backend the person's name for who is asked; empty while nobody is
 * @param text what is there of it
 * @param thinking whether the model thinks before it writes
 * @param error a sentence where it went wrong; empty otherwise
 */
public record WritingState(
    long task,
    Step step,
    String backend,
    String model,
    String text,
    boolean thinking,
    String error) {

  /** Where it is. */
  public enum Step {
    /** Nobody has answered yet. */
    WAITING,
    WRITING,
    FAILED
  }

  /** Whether it goes on. */
  public boolean isUnderWay() {
    return step != Step.FAILED;
  }
}
