package dev.peregrine.host.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One question of a session with its answer.
 *
 * @param position in the session, from 1
 * @param askedBy the model that asked; empty where it came from the questions of the program
 * @param answer what is there of it
 * @param version grows with each save of the answer
 * @param time that the answer took; zero where nobody looked
 * @param settled whether the person said that it need not come back
 */
public record Turn(
    long id,
    int position,
    Asked asked,
    String askedBy,
    State state,
    String answer,
    int version,
    Duration time,
    Optional<Rating> rating,
    boolean settled,
    Instant made) {

  /** Where it is. */
  public enum State {
    OPEN,
    ANSWERED,
    RATED,
    SKIPPED
  }

  /** Whether there is nothing more to do with it. */
  public boolean isOver() {
    return state == State.RATED || state == State.SKIPPED;
  }
}
