package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Score;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A posting with what became of it before this Peregrine knew it.
 *
 * @param board where it was found, or how it came
 * @param found when it was found
 * @param steps the stages it went through, in their order; a rejection remembers the stage before
 *     it
 * @param score what another program gave it, until it is scored anew
 * @param note what the person noted of it elsewhere; told with its first or last event
 */
public record Brought(
    Posting posting,
    String board,
    Instant found,
    List<Step> steps,
    Optional<Score.Match> score,
    Optional<String> note) {

  /**
   * A move to a stage, at a time in the past.
   *
   * @param ending how it ended; empty for anything but an end, and there for a rejection
   */
  public record Step(Instant at, Stage to, Optional<String> reason, Optional<Ending> ending) {

    public Step(Instant at, Stage to, Optional<String> reason) {
      this(at, to, reason, Optional.empty());
    }
  }

  /**
   * What became of it.
   *
   * @param moved whether a job that was here already went on to a further stage
   * @param noted whether the note is told, or there was none
   */
  public record Settled(Stored stored, boolean moved, boolean noted) {}

  public Brought(
      Posting posting, String board, Instant found, List<Step> steps, Optional<Score.Match> score) {
    this(posting, board, found, steps, score, Optional.empty());
  }

  public Brought {
    steps = List.copyOf(steps);
  }

  /** Where it stands after all steps. */
  public Stage stage() {
    return steps.isEmpty() ? Stage.PENDING : steps.getLast().to();
  }

  /** Where it was when it was rejected; empty unless it is. */
  Optional<String> rejectedAt() {
    if (stage() != Stage.REJECTED) {
      return Optional.empty();
    }
    Stage before = steps.size() < 2 ? Stage.PENDING : steps.get(steps.size() - 2).to();
    boolean inReview = before == Stage.PENDING || before == Stage.APPROVED;
    return Optional.of(inReview ? "review" : before.key());
  }
}
