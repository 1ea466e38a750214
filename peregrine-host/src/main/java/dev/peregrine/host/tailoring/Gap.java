package dev.peregrine.host.tailoring;

import dev.peregrine.host.evidence.ClaimKind;

/**
 * Something that a posting asks for and a résumé does not show.
 *
 * @param term as the posting writes it
 * @param place where it would go, if it is true
 * @param priority 1 to 3, 1 first
 * @param reason why it counts so much
 * @param named whether the résumé names it already, and only shows it nowhere
 */
public record Gap(
    ClaimKind kind, String term, Place place, int priority, Reason reason, boolean named) {

  /** A part of a résumé. */
  public enum Place {
    SKILLS,
    SUMMARY,
    EXPERIENCE,
    EDUCATION,
    CERTIFICATES,
    LANGUAGES
  }

  /** Why something counts. */
  public enum Reason {
    /** The posting's title names it. */
    TITLE,
    /** They call it needed. */
    MUST,
    /** They come back to it. */
    OFTEN,
    /** They ask for it. */
    ASKED,
    /** They would like it. */
    WELCOME,
    /** The scorer misses the word. */
    SCORE
  }
}
