package dev.peregrine.host.rounds;

import java.time.Instant;
import java.util.Optional;

/**
 * What an invitation says of itself, so that an older one never takes the place of a newer.
 *
 * @param uid that the organiser gave
 * @param sequence counts up with each change
 * @param stamp when it was written
 * @param organiser name or address; may be empty
 */
public record Received(String uid, int sequence, Optional<Instant> stamp, String organiser) {

  /** Whether this was written after another of the same round. */
  public boolean isAfter(Received other) {
    return sequence != other.sequence
        ? sequence > other.sequence
        : stamp.isPresent() && other.stamp.map(at -> stamp.get().isAfter(at)).orElse(true);
  }
}
