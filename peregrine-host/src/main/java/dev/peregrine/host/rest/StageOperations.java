package dev.peregrine.host.rest;

import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.programs.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where jobs stand: moving them as the pages do, and taking it back. */
final class StageOperations {

  private static final int LONGEST_REASON = 500;

  private final Jobs jobs;
  private final Liveness liveness;
  private final InstantSource clock;

  StageOperations(Jobs jobs, Liveness liveness, InstantSource clock) {
    this.jobs = jobs;
    this.liveness = liveness;
    this.clock = clock;
  }

  record NewMove(
      @Meaning("Where it goes. Moving to applied only notes that you applied.") Stage to,
      @Meaning("Where it stood when you looked. If it is elsewhere by now, nothing is moved.")
          Stage expected,
      @Meaning("How it ended; only with rejected.") Optional<Ending> ending,
      @Meaning("After which stage it ended, where that is not the present one; only with rejected.")
          Optional<Stage> endedAt,
      Optional<String> reason,
      @Meaning("When it happened, where that is not now.") Optional<Instant> happened) {}

  record Moved(
      @Meaning("Of this decision, to take it back; null where it stood there already.")
          Optional<Long> move,
      List<Long> jobs,
      Stage stage,
      @Meaning("The decision in words.") String label) {

    static Moved of(Move move) {
      return new Moved(Optional.of(move.id()), move.jobs(), move.to(), move.label());
    }
  }

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.post(
            Topic.STAGES,
            Scope.WRITE,
            "moveJob",
            "/jobs/{job}/moves",
            "Moves a job to another stage, if it still stands where you saw it.",
            NewMove.class,
            List.of(201, 200),
            Moved.class,
            this::move),
        Operation.post(
            Topic.STAGES,
            Scope.WRITE,
            "undoMove",
            "/moves/{move}/undo",
            "Takes a move back, unless the job went on since.",
            Operation.Nothing.class,
            List.of(200),
            Moved.class,
            (asked, _) -> undo(asked.id("move"))));
  }

  private Result<Moved> move(Asked asked, NewMove wanted) {
    Job job = JobOperations.job(jobs, asked);
    Decision decision = decision(wanted);
    Move made = jobs.move(Map.of(job.id(), wanted.expected()), decision);
    if (made.id() != 0) {
      if (wanted.to() == Stage.APPROVED) {
        liveness.soon(List.of(job.id()));
      }
      return Result.created(Moved.of(made), "/moves/" + made.id());
    }
    Stage now = jobs.findById(job.id()).map(Job::stage).orElse(job.stage());
    if (now == wanted.expected() && now == wanted.to()) {
      return Result.of(
          new Moved(Optional.empty(), List.of(job.id()), now, "It stands there already."));
    }
    throw Refusal.stale(
            "Job \"%d\" is at %s, not at %s. Look at it again, then decide."
                .formatted(job.id(), now.key(), wanted.expected().key()))
        .with("stage", now.key());
  }

  private Decision decision(NewMove wanted) {
    if (wanted.to() != Stage.REJECTED
        && (wanted.ending().isPresent() || wanted.endedAt().isPresent())) {
      throw Refusal.invalid("ending and ended_at go with \"to\": \"rejected\" only.");
    }
    if (wanted.reason().filter(text -> text.length() > LONGEST_REASON).isPresent()) {
      throw Refusal.invalid("reason is longer than %d characters.".formatted(LONGEST_REASON));
    }
    if (wanted.happened().filter(clock.instant()::isBefore).isPresent()) {
      throw Refusal.invalid(
          "happened is \"%s\", which is still to come. Leave it out for now."
              .formatted(wanted.happened().get()));
    }
    return wanted
        .ending()
        .map(Decision::over)
        .orElseGet(() -> Decision.to(wanted.to()))
        .after(wanted.endedAt())
        .because(wanted.reason().map(String::strip).filter(text -> !text.isEmpty()))
        .at(wanted.happened());
  }

  private Result<Moved> undo(long move) {
    return jobs.undo(move)
        .map(Moved::of)
        .map(Result::of)
        .orElseThrow(
            () ->
                Refusal.stale(
                    "Move \"%d\" cannot be taken back: there is none, it was taken back before, or the job went on since."
                        .formatted(move)));
  }
}
