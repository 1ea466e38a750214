package dev.peregrine.host.rounds;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether the people of a round are thanked.
 *
 * @param wanted whether the person wants to be reminded
 * @param sent when they wrote
 */
public record Thanks(boolean wanted, Optional<Instant> sent) {

  /** What is usual: not thanked yet, and to be reminded. */
  public static final Thanks TO_COME = new Thanks(true, Optional.empty());

  /** Nobody is to be thanked. */
  public static final Thanks NONE = new Thanks(false, Optional.empty());
}
