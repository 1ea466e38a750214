package dev.peregrine.host.mails;

import java.util.Locale;

/**
 * What was done with a mail. Each has exactly one, so that they add up to what there is. Stored by
 * {@link #key()}.
 */
public enum Outcome {
  /** It was not judged yet. */
  NEW,
  /** It says something about an application that the person decides on. */
  WAITING,
  /** Too little speaks for any meaning; the person looks. */
  UNCERTAIN,
  /** It is about applications, and none of the person's fits. */
  UNMATCHED,
  /** It belongs to an application and asks for no decision. */
  MATCHED,
  /** The person decided. */
  DONE,
  /** A list of postings. */
  DIGEST,
  /** It has nothing to do with applications. */
  NOT_JOB_MAIL,
  /** The person wrote it, and it belongs to no application. */
  OWN,
  /** The same mail as another, in another folder or sent twice. */
  COPY,
  /** Nothing of it could be read. */
  UNREADABLE;

  /** The name in tables, addresses and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome of that key. */
  public static Outcome of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
