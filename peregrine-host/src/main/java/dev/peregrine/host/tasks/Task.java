package dev.peregrine.host.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * A unit of background work.
 *
 * @param title what it does, for a person
 * @param step what it is doing now; may be empty
 * @param done how much of {@code total} is done
 * @param total 0 where that is not known
 * @param result a sentence once it is completed, else empty
 * @param error a sentence once it failed or was cancelled, else empty
 */
public record Task(
    long id,
    String type,
    String title,
    TaskState state,
    String step,
    long done,
    long total,
    String result,
    String error,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> finished) {

  /** What the errors begin with of those that the end of the program broke off. */
  static final String INTERRUPTED = "Interrupted ";

  /** Whether the end of the program broke it off, which is nobody's mistake. */
  public boolean wasInterrupted() {
    return state == TaskState.FAILED && error.startsWith(INTERRUPTED);
  }
}
