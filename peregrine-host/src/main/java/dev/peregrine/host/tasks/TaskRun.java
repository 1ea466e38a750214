package dev.peregrine.host.tasks;

/**
 * What a handler is told and may tell. The telling methods throw {@link
 * java.util.concurrent.CancellationException} once the task is cancelled, so that a loop ends even
 * where an interrupt got lost.
 */
public interface TaskRun {

  long id();

  /** What was submitted. */
  String params();

  /** Tells what is being done now. */
  void step(String text);

  /** Tells how far it is. */
  void of(long done, long total);

  /**
   * Lets a task of somebody else run first where one waits for this one's turn, and goes on after
   * it. For long work between its parts, on the thread on which the handler was called; nothing may
   * be held meanwhile.
   */
  void letOthers();
}
