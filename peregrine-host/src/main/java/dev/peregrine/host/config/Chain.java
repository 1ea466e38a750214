package dev.peregrine.host.config;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Locale;

/** For what kind of work backends are asked, and in which order. */
public enum Chain {
  /** Letters, and what nothing else is said about. */
  GENERAL("fallback_order"),
  /** Research, surveys, answers to questions. */
  RESEARCH("research_fallback_order"),
  /** Questions about pictures. */
  VISION("vision_fallback_order");

  private final String key;

  Chain(String key) {
    this.key = key;
  }

  /** As {@code llm.yaml} says it. */
  public String key() {
    return key;
  }

  /** As people read it. */
  public String label() {
    return t("models.chain-" + name().toLowerCase(Locale.ROOT));
  }
}
