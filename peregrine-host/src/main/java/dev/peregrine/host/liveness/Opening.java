package dev.peregrine.host.liveness;

import java.time.Instant;

/**
 * What the last look at a posting found.
 *
 * @param evidence a sentence for a person: what was seen, and where
 * @param at when it was looked at
 */
public record Opening(State state, String evidence, Instant at) {

  /** Whether a posting is still open. */
  public enum State {
    OPEN,
    /** One look found it gone. The next decides. */
    PROBABLY_CLOSED,
    /** Two looks, some time apart, found it gone. */
    CLOSED,
    /** It could not be seen: the server blocks, is down, or shows a page that says nothing. */
    UNCERTAIN
  }
}
