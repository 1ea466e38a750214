package dev.peregrine.host.research;

import java.util.List;

/**
 * One sentence of a brief.
 *
 * @param sources the {@link Source#id ids} of what it is from; none only where it is the model's
 *     own
 */
public record BriefClaim(String text, List<Long> sources, Standing standing) {

  /** How far it can be relied on. */
  public enum Standing {
    /** The source's own words. */
    QUOTED,
    /** A model's words, and the sources that it names say so. */
    CITED,
    /** A model says so and names no source. */
    OWN
  }

  public BriefClaim {
    text = text.strip();
    sources = List.copyOf(sources);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A claim of a brief has no words.");
    }
    if (sources.isEmpty() != (standing == Standing.OWN)) {
      throw new IllegalArgumentException(
          "Claim \"%s\" is %s with sources %s: expected sources for all but a model's own."
              .formatted(text, standing, sources));
    }
  }
}
