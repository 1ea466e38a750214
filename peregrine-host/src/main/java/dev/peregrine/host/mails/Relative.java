package dev.peregrine.host.mails;

/**
 * A mail that has something to do with another by its head.
 *
 * @param of the one that was asked for
 * @param called how many mails that differ are called as the Message-ID that connects both
 */
public record Relative(long of, long id, long thread, String subject, Kind kind, int called) {

  /** What it is to the other. */
  public enum Kind {
    /** One answers the other. */
    LINE,
    /** Both answer one that is not here. */
    SIBLING,
    /** The same mail. */
    COPY
  }
}
