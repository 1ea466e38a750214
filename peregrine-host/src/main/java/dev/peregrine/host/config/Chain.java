package dev.peregrine.host.config;

/** For what kind of work backends are asked, and in which order. */
public enum Chain {
  /** Letters, and what nothing else is said about. */
  GENERAL("fallback_order", "Letters and general"),
  /** Research, surveys, answers to questions. */
  RESEARCH("research_fallback_order", "Research"),
  /** Questions about pictures. */
  VISION("vision_fallback_order", "Pictures");

  private final String key;
  private final String label;

  Chain(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** As {@code llm.yaml} says it. */
  public String key() {
    return key;
  }

  /** As people read it. */
  public String label() {
    return label;
  }
}
