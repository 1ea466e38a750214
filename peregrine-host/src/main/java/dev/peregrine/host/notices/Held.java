package dev.peregrine.host.notices;

import java.time.Instant;
import java.util.List;

/**
 * Something that is told later.
 *
 * @param targets where
 * @param release when
 * @param flooded whether it waits because there was too much
 */
public record Held(
    long id, List<String> targets, Happening happening, Instant release, boolean flooded) {
  public Held {
    targets = List.copyOf(targets);
  }
}
