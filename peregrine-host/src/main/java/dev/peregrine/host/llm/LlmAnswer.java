package dev.peregrine.host.llm;

import dev.peregrine.api.llm.Completion;
import java.time.Duration;
import java.util.List;

/**
 * What was answered, and by whom.
 *
 * @param backend the person's name for the one that answered
 * @param others those before it in the order, and why they did not
 * @param first from the question to the first piece
 * @param total from the question to the end
 */
public record LlmAnswer(
    Completion completion,
    String backend,
    List<PassedOver> others,
    Duration first,
    Duration total) {

  public LlmAnswer {
    others = List.copyOf(others);
  }

  /** This with the text as it is to be used. */
  LlmAnswer withText(String text) {
    var used =
        new Completion(
            text,
            completion.model(),
            completion.inputTokens(),
            completion.outputTokens(),
            completion.stop());
    return new LlmAnswer(used, backend, others, first, total);
  }

  /** The answer's text. */
  public String text() {
    return completion.text();
  }
}
