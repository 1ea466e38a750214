package dev.peregrine.llm.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.util.function.Consumer;

/** An answer that arrives in pieces: hands them over without the thoughts, and keeps them. */
public final class AnswerText {

  private final StringBuilder text = new StringBuilder();
  private final Thoughts thoughts;

  /**
   * @param tokens takes each piece
   */
  public AnswerText(Consumer<String> tokens) {
    this.thoughts =
        new Thoughts(
            piece -> {
              text.append(piece);
              tokens.accept(piece);
            });
  }

  /** Takes the next piece, blanks and all. */
  public void add(String piece) {
    if (!piece.isEmpty()) {
      thoughts.add(piece);
    }
  }

  /** Whether nothing was said so far. */
  public boolean isBlank() {
    return text.toString().isBlank();
  }

  /**
   * The whole answer.
   *
   * @param model for the message
   * @throws ExtensionException {@code UNAVAILABLE} where there is none
   */
  public String whole(String model) throws ExtensionException {
    thoughts.end();
    if (isBlank()) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "Model \"%s\" gave an empty answer. Try again, or choose another model."
              .formatted(model));
    }
    return text.toString();
  }
}
