package dev.peregrine.host.llm;

import dev.peregrine.host.config.Chain;

/**
 * What a model is asked for.
 *
 * @param feature a key such as {@code cover_letter}: it may have an order of its own, and the
 *     ledger counts by it
 * @param chain whose order counts otherwise
 */
public record LlmUse(String feature, Chain chain) {

  public LlmUse {
    if (!feature.matches("[a-z][a-z0-9_]{0,59}")) {
      throw new IllegalArgumentException(
          "Feature \"%s\": expected up to 60 of a-z, 0-9 and _.".formatted(feature));
    }
  }

  /** Letters, and what nothing else is said about. */
  public static LlmUse general(String feature) {
    return new LlmUse(feature, Chain.GENERAL);
  }

  /** Research, surveys, answers to questions. */
  public static LlmUse research(String feature) {
    return new LlmUse(feature, Chain.RESEARCH);
  }

  /** Questions about pictures. */
  public static LlmUse vision(String feature) {
    return new LlmUse(feature, Chain.VISION);
  }
}
