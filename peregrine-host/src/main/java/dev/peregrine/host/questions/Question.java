package dev.peregrine.host.questions;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A question of an application form.
 *
 * @param answer may be empty
 * @param version grows with each save of the answer
 * @param suggestion what waits for the person; empty for nothing
 * @param suggestedBy the model that wrote it
 * @param task that asks for one, or did last
 */
public record Question(
    long id,
    long job,
    String question,
    String answer,
    int version,
    Optional<Limit> limit,
    String suggestion,
    String suggestedBy,
    OptionalLong task,
    Instant changed) {

  /** Whether there is an answer that fits. */
  public boolean isAnswered() {
    return !answer.isBlank() && limit.map(most -> most.holds(answer)).orElse(true);
  }
}
