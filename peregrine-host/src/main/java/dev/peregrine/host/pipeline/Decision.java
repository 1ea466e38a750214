package dev.peregrine.host.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides for one or many jobs.
 *
 * @param to where they go
 * @param ending how it ended; empty where they go anywhere but to {@link Stage#REJECTED}, and there
 *     means that it stays what it was, else {@link Ending#REJECTED}
 * @param endedAt the stage after which it ended, where that is another than the one they stand at
 * @param reason in the person's words
 * @param happened when it happened, where that is not now
 */
public record Decision(
    Stage to,
    Optional<Ending> ending,
    Optional<Stage> endedAt,
    Optional<String> reason,
    Optional<Instant> happened) {

  public Decision {
    if (to != Stage.REJECTED) {
      ending = Optional.empty();
      endedAt = Optional.empty();
    }
  }

  /** Just that they go there, now. */
  public static Decision to(Stage to) {
    return new Decision(to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** That it is over. */
  public static Decision over(Ending ending) {
    return new Decision(
        Stage.REJECTED, Optional.of(ending), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Decision after(Optional<Stage> stage) {
    return new Decision(to, ending, stage, reason, happened);
  }

  public Decision because(Optional<String> newReason) {
    return new Decision(to, ending, endedAt, newReason, happened);
  }

  public Decision at(Optional<Instant> moment) {
    return new Decision(to, ending, endedAt, reason, moment);
  }

  /** How a rejection remembers the stage. */
  @Nullable String endedAtKey() {
    return endedAt
        .map(stage -> stage == Stage.PENDING || stage == Stage.APPROVED ? "review" : stage.key())
        .orElse(null);
  }
}
