package dev.peregrine.host.imap;

/** A mailbox could not be read. The message is for the person and says what to do. */
public final class MailException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What the host does then. */
  public enum Kind {
    /** The server cannot be reached or went away: tried again by itself. */
    UNREACHABLE,
    /** Who we are talking with is not sure, or nobody would keep it secret: nothing was said. */
    INSECURE,
    /** The server knows no such name and password: rests until the person changes something. */
    LOGIN,
    /** The server wants to be left alone for a while. */
    BUSY,
    /** A folder is not there, or cannot be opened. */
    FOLDER,
    /** The server answered something that cannot be worked with. */
    BROKEN
  }

  private final Kind kind;

  public MailException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public MailException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
