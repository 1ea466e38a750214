package dev.peregrine.host.matching;

import java.util.Locale;

/** Why a mail is taken to belong to an application. Stored by {@link #key()}. */
public enum Reason {
  /** Another mail of the conversation belongs there. */
  THREAD,
  /** The person said so of an earlier mail of the sender. */
  TAUGHT,
  /** The sender is one of the employer's people. */
  KNOWN_PERSON,
  /** It comes from where the posting leads, or from an address that it names. */
  SENDER,
  /** It comes from a domain that has the employer's name. */
  SENDER_NAME,
  /** Answers go to the employer. */
  REPLY_TO,
  /** A system for applications sent it for the employer. */
  APPLICANT_SYSTEM,
  /** A job board sent it about an application there. */
  BOARD,
  /** It names the employer and the position. */
  NAME_AND_TITLE,
  /** It carries the number that the employer gave the position. */
  NUMBER,
  /** It names the employer. */
  NAME,
  /** It names the position. */
  TITLE;

  /** The name in tables and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
