package dev.peregrine.host.tasks;

/** A task could not be done. The message is for a person and says what to do. */
public final class TaskFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  public TaskFailedException(String message) {
    super(message);
  }

  public TaskFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
