package dev.peregrine.api.llm;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a model answered.
 *
 * @param text the answer, without the thoughts that the model marks as such
 * @param model id of the model that answered, as the server says; else the one that was asked
 * @param inputTokens tokens of the request, where they are counted
 * @param outputTokens tokens of the answer, thoughts among them, where they are counted
 * @param stop why the answer ends
 * @since 0.1
 */
public record Completion(
    String text, String model, OptionalInt inputTokens, OptionalInt outputTokens, Stop stop) {

  /** Why an answer ends. Constants may be added in minor versions. */
  public enum Stop {
    /** The model was done. */
    END,
    /** At a stop word. */
    STOP_WORD,
    /** At {@link CompletionRequest#maxTokens} or the model's own limit: the text is cut off. */
    LENGTH,
    /** The model or its provider declined to go on. */
    DECLINED,
    /** For a reason that the server does not name. */
    OTHER
  }

  public Completion {
    Objects.requireNonNull(text);
    Objects.requireNonNull(stop);
    if (model.isBlank()) {
      throw new IllegalArgumentException("A completion does not name its model.");
    }
    for (OptionalInt tokens : new OptionalInt[] {inputTokens, outputTokens}) {
      if (tokens.isPresent() && tokens.getAsInt() < 0) {
        throw new IllegalArgumentException(
            "Completion of \"%s\": \"%d\" tokens, expected 0 or more."
                .formatted(model, tokens.getAsInt()));
      }
    }
  }

  /** A whole answer of which the tokens are not counted. */
  public static Completion of(String text, String model) {
    return new Completion(text, model, OptionalInt.empty(), OptionalInt.empty(), Stop.END);
  }

  /** This with counted tokens. */
  public Completion withTokens(int newInput, int newOutput) {
    return new Completion(text, model, OptionalInt.of(newInput), OptionalInt.of(newOutput), stop);
  }

  /** This with another reason to end. */
  public Completion withStop(Stop newStop) {
    return new Completion(text, model, inputTokens, outputTokens, newStop);
  }
}
