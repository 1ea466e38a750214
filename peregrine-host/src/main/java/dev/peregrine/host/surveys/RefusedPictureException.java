package dev.peregrine.host.surveys;

/** A picture that is not taken. The message says why, for the person. */
public final class RefusedPictureException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedPictureException(String message) {
    super(message);
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
