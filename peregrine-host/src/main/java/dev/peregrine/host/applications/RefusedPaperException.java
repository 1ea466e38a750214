package dev.peregrine.host.applications;

/** A file that cannot be kept; the message says to a person why, and what to do. */
public final class RefusedPaperException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedPaperException(String message) {
    super(message);
  }
}
