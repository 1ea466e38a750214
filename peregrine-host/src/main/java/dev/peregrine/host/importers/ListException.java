package dev.peregrine.host.importers;

/** A file cannot be read as a list. The message is for a person; nothing was changed. */
public final class ListException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ListException(String sentence) {
    super(sentence);
  }

  ListException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
