package dev.peregrine.host.research;

import java.time.Instant;
import java.util.List;

/**
 * What a brief tells under one heading.
 *
 * @param claims none where nothing was found
 * @param made when this was looked up
 * @param dropped how many sentences of a model were left out because their sources do not say so
 */
public record BriefSection(Heading heading, List<BriefClaim> claims, Instant made, int dropped) {

  public BriefSection {
    claims = List.copyOf(claims);
  }
}
