package dev.peregrine.host.tiers;

/** A licence cannot be had, read or given back. The message is for the person. */
public final class LicenceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean unreachable;

  private LicenceException(String message, boolean unreachable) {
    super(message);
    this.unreachable = unreachable;
  }

  LicenceException(String message) {
    this(message, false);
  }

  static LicenceException unreachable(String message) {
    return new LicenceException(message, true);
  }

  /** Whether the server did not answer, so that it may be tried again later. */
  public boolean isUnreachable() {
    return unreachable;
  }
}
