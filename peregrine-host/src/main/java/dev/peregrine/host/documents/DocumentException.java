package dev.peregrine.host.documents;

/** A document cannot be read as text. The message is for the person: what, and what to do. */
public final class DocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  public DocumentException(String message) {
    super(message);
  }
}
