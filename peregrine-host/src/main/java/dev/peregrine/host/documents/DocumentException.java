package dev.peregrine.host.documents;

/** A document cannot be read as text. The message is for the person: what, and what to do. */
public final class DocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean scan;

  public DocumentException(String message) {
    this(message, false);
  }

  DocumentException(String message, boolean scan) {
    super(message);
    this.scan = scan;
  }

  /** Whether it has pages but no text, so that only recognition can read it. */
  public boolean isScan() {
    return scan;
  }
}
