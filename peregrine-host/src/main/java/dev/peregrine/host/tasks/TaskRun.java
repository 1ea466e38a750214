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
}
