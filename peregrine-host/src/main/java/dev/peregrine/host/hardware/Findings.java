package dev.peregrine.host.hardware;

import java.time.Instant;
import java.util.List;

/**
 * What was found out about the machine.
 *
 * @param facts in the order in which they are told
 * @param profile the compose profile that fits, such as {@code single-gpu}
 * @param reason why that one
 * @param models servers of language models that run already
 */
public record Findings(
    Instant at, List<Fact> facts, String profile, String reason, List<ModelServer> models) {

  /** Nothing, and why. */
  static Findings none(String why) {
    return new Findings(Instant.EPOCH, List.of(), "", why, List.of());
  }

  public Findings {
    facts = List.copyOf(facts);
    models = List.copyOf(models);
  }
}
