package dev.peregrine.host.llm;

import java.time.Duration;

/**
 * What a backend answered to a question that was asked to try it.
 *
 * @param good whether it answered
 * @param text the answer, or why there is none
 * @param model that answered; empty where none did
 * @param first to the first piece
 * @param total to the end
 * @param tokens of the answer; counted by its letters where the backend does not count
 */
public record LlmTrial(
    boolean good, String text, String model, Duration first, Duration total, long tokens) {

  static LlmTrial failed(String why) {
    return new LlmTrial(false, why, "", Duration.ZERO, Duration.ZERO, 0);
  }

  /** How fast it wrote, the time before the first piece left out; 0 where that says nothing. */
  public double tokensPerSecond() {
    double seconds = total.minus(first).toNanos() / 1e9;
    return tokens < 2 || seconds < 0.001 ? 0 : (tokens - 1) / seconds;
  }
}
