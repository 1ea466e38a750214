package dev.peregrine.host.sessions;

/** What was found out about a token that somebody presented. */
public sealed interface Verdict permits Session, Verdict.Refused {

  /** It is none that counts; the reason is for the log, since it would help only who forges. */
  record Refused(Reason reason) implements Verdict {}

  /** Why a token does not count. */
  enum Reason {
    TOO_LONG,
    NO_TOKEN,
    ALGORITHM,
    SIGNATURE,
    EXPIRED,
    NOT_YET,
    ISSUER,
    AUDIENCE,
    USER,
    /** The keys could not be fetched, so nothing can be said. */
    NO_KEYS,
    ENDED,
    /** Two sessions of different people at once. */
    TWO
  }
}
