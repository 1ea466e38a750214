package dev.peregrine.host.boot;

/** The command was typed in a way that has no meaning; the message says what was expected. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
