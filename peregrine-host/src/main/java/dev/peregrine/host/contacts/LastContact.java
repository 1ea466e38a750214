package dev.peregrine.host.contacts;

import java.time.Instant;

/**
 * When an employer and the person were in touch last, about a job.
 *
 * @param entry the line of the log
 * @param who with whom; may be empty
 */
public record LastContact(
    long entry, Instant at, Direction direction, Channel channel, String who) {

  /** Whether they wrote or called last, so that it is the person's turn. */
  public boolean isTheirs() {
    return direction == Direction.IN;
  }
}
