package dev.peregrine.api.llm;

import java.util.Objects;

/**
 * Whether a backend would answer now.
 *
 * @param state what the router goes by
 * @param text one sentence for the person: what was reached, such as {@code Ollama 0.9, 4 models.},
 *     or what is wrong and what to do
 * @since 0.1
 */
public record Health(State state, String text) {

  /** What the router goes by. Constants may be added in minor versions. */
  public enum State {
    /** It would answer. */
    READY,
    /** It will answer once the model is loaded; asked again soon. */
    LOADING,
    /** It runs, but the model that the person chose is not there; fetching it is offered. */
    MODEL_MISSING,
    /** It would not answer. */
    DOWN
  }

  public Health {
    Objects.requireNonNull(state);
    if (text.isBlank()) {
      throw new IllegalArgumentException("Health \"%s\": the text is blank.".formatted(state));
    }
  }

  /** It would answer. */
  public static Health ready(String text) {
    return new Health(State.READY, text);
  }

  /** It would not answer. */
  public static Health down(String text) {
    return new Health(State.DOWN, text);
  }

  /** Whether it would answer. */
  public boolean isReady() {
    return state == State.READY;
  }
}
