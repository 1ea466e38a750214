package dev.peregrine.host.intake;

/** What a person brought cannot be taken. The message is for the person. */
public final class IntakeException extends Exception {

  private static final long serialVersionUID = 1L;

  IntakeException(String message) {
    super(message);
  }
}
