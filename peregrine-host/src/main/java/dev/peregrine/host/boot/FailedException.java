package dev.peregrine.host.boot;

/** The command could not do its work; the message is a sentence for the person. */
final class FailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FailedException(String message) {
    super(message);
  }
}
