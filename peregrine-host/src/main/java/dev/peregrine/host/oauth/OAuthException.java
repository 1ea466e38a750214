package dev.peregrine.host.oauth;

/** Why there is no token. The message is for a person, and holds no token. */
public final class OAuthException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What it is that is in the way. */
  public enum Kind {
    /** The person registered no client yet. */
    NO_CLIENT,
    /** The provider does not know the client, or its secret is another one. */
    BAD_CLIENT,
    /** The person, or whoever runs their organisation, said no. */
    DENIED,
    /** Nobody signed in yet, or the access was taken back: the person must sign in. */
    SIGN_IN,
    /** It took too long, or was begun in another program. */
    STALE,
    /** The provider did not answer, or with something that cannot be read. */
    UNREACHABLE;
  }

  private final Kind kind;

  OAuthException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
