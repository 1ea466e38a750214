package dev.peregrine.host.invitations;

/** A file is no invitation, or one that is not read. */
public final class InvitationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What is wrong with it. */
  public enum Kind {
    TOO_LARGE,
    NO_CALENDAR,
    NO_EVENT,
    TOO_MANY_EVENTS
  }

  InvitationException(Kind kind) {
    super(kind.name());
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
