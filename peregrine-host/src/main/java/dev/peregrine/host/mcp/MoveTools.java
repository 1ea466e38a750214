package dev.peregrine.host.mcp;

import dev.peregrine.host.intake.Added;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.intake.IntakeException;
import dev.peregrine.host.mcp.Tool.Effect;
import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.programs.Scope;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Adding jobs, and saying where they stand. Nothing here applies for one. */
final class MoveTools {

  private static final int LONGEST_REASON = 500;

  private final Jobs jobs;
  private final Intake intake;

  MoveTools(Jobs jobs, Intake intake) {
    this.jobs = jobs;
    this.intake = intake;
  }

  List<Tool<?, ?>> all() {
    return List.of(
        new Tool<>(
            "add_job",
            "Add a job",
            "Stores a job that the person found, to be reviewed: by its address, whose page a task "
                + "then reads, or with the posting's text. One that is there already is not "
                + "stored twice.",
            Scope.WRITE,
            Effect.FETCHES,
            Posted.class,
            Took.class,
            this::add),
        new Tool<>(
            "move_job",
            "Move a job to another stage",
            "Notes what the person decided or what happened: it applies for nothing and tells "
                + "nobody. Moves only a job that still stands at expected_stage. undo_move takes "
                + "it back.",
            Scope.WRITE,
            Effect.CHANGES,
            Moving.class,
            Moved.class,
            this::move),
        new Tool<>(
            "undo_move",
            "Take a move back",
            "Puts a job back where it stood before a move, unless it went on since.",
            Scope.WRITE,
            Effect.CHANGES,
            Which.class,
            Moved.class,
            this::undo));
  }

  record Posted(
      @Says("Where the posting is read, beginning with https://. This or text, or both.")
          Optional<String> address,
      @Says("The posting's own words, its first line the title; the page is then not read.")
          Optional<String> text,
      @Says("The employer, where text is given.") Optional<String> company) {}

  record Took(
      long job,
      @Says("Whether it was not there before.") boolean isNew,
      @Says("The task that reads the page, where one does; see get_task.") Optional<Long> task) {}

  private Took add(Posted posted) throws IntakeException {
    Added added = added(posted);
    if (added.jobs().isEmpty()) {
      throw new ToolException(String.join(" ", added.skipped()));
    }
    return new Took(added.jobs().getFirst(), added.isNew() > 0, added.tasks().stream().findFirst());
  }

  private Added added(Posted posted) throws IntakeException {
    Optional<URI> address = posted.address().map(MoveTools::address);
    if (posted.text().isPresent()) {
      return intake.addText(posted.text().get(), address, posted.company());
    }
    return intake.addLinks(
        List.of(
            address.orElseThrow(
                () -> new ToolException("Expected an address or a text; neither was given."))));
  }

  private static URI address(String typed) {
    return Intake.link(typed)
        .orElseThrow(
            () ->
                new ToolException(
                    "\"%s\" is no address of a page, expected one that begins with https://."
                        .formatted(Foreign.line(typed))));
  }

  /** Where a job can go: a stage, or how it ends. */
  enum Goal {
    PENDING,
    APPROVED,
    ARCHIVED,
    APPLIED,
    SURVEY,
    PHONE_SCREEN,
    INTERVIEWING,
    OFFER,
    HIRED,
    REJECTED,
    WITHDRAWN,
    GHOSTED;

    Decision decision() {
      String key = name().toLowerCase(Locale.ROOT);
      return switch (this) {
        case REJECTED, WITHDRAWN, GHOSTED -> Decision.over(Ending.of(key));
        case PENDING,
            APPROVED,
            ARCHIVED,
            APPLIED,
            SURVEY,
            PHONE_SCREEN,
            INTERVIEWING,
            OFFER,
            HIRED ->
            Decision.to(Stage.of(key));
      };
    }
  }

  record Moving(
      @Says("The job's number.") long job,
      @Says("Where it stands, as get_job or search_jobs said.") Stage expectedStage,
      @Says(
              "approved: worth applying for. rejected: turned down, by the person or the employer. withdrawn: the person took the application back. ghosted: nobody answered any more.")
          Goal to,
      @Says("Why, in the person's words.") Optional<String> reason) {}

  record Moved(@Says("For undo_move.") long move, String label, Stage stage) {}

  private Moved move(Moving moving) {
    Job job = jobs.findById(moving.job()).orElseThrow(() -> ToolException.noJob(moving.job()));
    Move made =
        jobs.move(
            Map.of(job.id(), moving.expectedStage()),
            moving.to().decision().because(moving.reason().map(MoveTools::reason)));
    if (made.id() == 0) {
      Stage now = jobs.findById(job.id()).map(Job::stage).orElse(job.stage());
      throw new ToolException(
          now == moving.expectedStage()
              ? "Job \"%d\" is at \"%s\" already; nothing was moved."
                  .formatted(job.id(), moving.to().name().toLowerCase(Locale.ROOT))
              : "Job \"%d\" stands at \"%s\", expected \"%s\"; nothing was moved. Look at it again with get_job."
                  .formatted(job.id(), now.key(), moving.expectedStage().key()));
    }
    return new Moved(made.id(), Foreign.line(made.label()), made.to());
  }

  private static String reason(String typed) {
    return typed.substring(0, Math.min(LONGEST_REASON, typed.length()));
  }

  record Which(@Says("The number that move_job gave.") long move) {}

  private Moved undo(Which which) {
    Move back =
        jobs.undo(which.move())
            .orElseThrow(
                () ->
                    new ToolException(
                        "Move \"%d\" cannot be taken back: there is none, it was taken back already, or the job went on since."
                            .formatted(which.move())));
    return new Moved(back.id(), Foreign.line(back.label()), back.from().getFirst());
  }
}
