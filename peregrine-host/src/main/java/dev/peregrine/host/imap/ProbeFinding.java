package dev.peregrine.host.imap;

import java.util.Locale;

/** What a try to read a mailbox came to. */
public enum ProbeFinding {
  GOOD,
  /** No server of that name is known. */
  NO_HOST,
  /** The address leads to where this tenant may not go. */
  NOT_ALLOWED,
  /** There is a machine, and nobody listens at that port. */
  PORT_REFUSED,
  /** Nobody answered in time. */
  SILENT,
  /** It answered, and then took too long. */
  SLOW,
  /** Somebody answered who does not speak IMAP. */
  NOT_IMAP,
  /** TLS was expected from the first byte, and the server spoke plainly. */
  PLAIN_THERE,
  CERTIFICATE_EXPIRED,
  /** The certificate is for another name. */
  CERTIFICATE_NAME,
  /** Nobody vouches for the certificate. */
  CERTIFICATE_UNKNOWN,
  /** No kind of TLS that both sides know. */
  TLS,
  NO_STARTTLS,
  /** The server wants TLS before it hears a password. */
  PLAIN_REFUSED,
  LOGIN_REFUSED,
  /** The provider wants a password made for programs. */
  APP_PASSWORD,
  /** The provider takes no passwords from programs at all. */
  NO_PASSWORDS,
  /** The token does not count, or not for this mailbox. */
  TOKEN_REFUSED,
  /** There is no token: the person has to sign in. */
  SIGN_IN,
  IMAP_OFF,
  /** The provider locked the account, or wants a look in the browser first. */
  LOCKED,
  /** Too many connections or tries; the provider wants a pause. */
  TOO_MANY,
  /** The server has a problem of its own. */
  UNAVAILABLE,
  CUT_OFF,
  /** No password is stored, or it cannot be opened. */
  NO_SECRET,
  OTHER;

  /** The name in texts and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether trying again by itself may help, without the person doing anything. */
  public boolean passes() {
    return switch (this) {
      case SILENT, SLOW, UNAVAILABLE, CUT_OFF, TOO_MANY, PORT_REFUSED, NO_HOST -> true;
      case GOOD,
          NOT_ALLOWED,
          NOT_IMAP,
          PLAIN_THERE,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_NAME,
          CERTIFICATE_UNKNOWN,
          TLS,
          NO_STARTTLS,
          PLAIN_REFUSED,
          LOGIN_REFUSED,
          APP_PASSWORD,
          NO_PASSWORDS,
          TOKEN_REFUSED,
          SIGN_IN,
          IMAP_OFF,
          LOCKED,
          NO_SECRET,
          OTHER ->
          false;
    };
  }
}
