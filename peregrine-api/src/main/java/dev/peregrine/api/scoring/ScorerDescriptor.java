package dev.peregrine.api.scoring;

import dev.peregrine.api.About;
import dev.peregrine.api.Descriptor;
import java.util.Objects;

/**
 * What a scorer is.
 *
 * @param about name, hosts and settings
 * @param revision counts up when the same input would give other scores, so that the host scores
 *     anew; 1 or more
 * @since 0.1
 */
public record ScorerDescriptor(About about, int revision) implements Descriptor {

  public ScorerDescriptor {
    Objects.requireNonNull(about);
    if (revision < 1) {
      throw new IllegalArgumentException(
          "Scorer \"%s\": revision \"%d\", expected 1 or more.".formatted(about.id(), revision));
    }
  }
}
