package dev.peregrine.host.earlier;

import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.pipeline.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The stages that an earlier job went through. What has a time is a step; where a status has none,
 * the step says so and stands at the last time that is known.
 */
final class OldSteps {

  private static final Map<String, Stage> STAMPS =
      Map.of(
          "applied_at", Stage.APPLIED,
          "survey_at", Stage.SURVEY,
          "phone_screen_at", Stage.PHONE_SCREEN,
          "interviewing_at", Stage.INTERVIEWING,
          "offer_at", Stage.OFFER,
          "hired_at", Stage.HIRED);

  private final Old row;
  private final Instant found;
  private final List<String> odd;
  private final List<Brought.Step> steps = new ArrayList<>();

  OldSteps(Old row, OldTimes times, Instant found, List<String> odd) {
    this.row = row;
    this.found = found;
    this.odd = odd;
    STAMPS.forEach(
        (column, stage) ->
            OldJob.time(row, column, times, odd)
                .ifPresent(at -> steps.add(new Brought.Step(at, stage, Optional.empty()))));
    steps.sort(Comparator.comparing(Brought.Step::at).thenComparing(Brought.Step::to));
  }

  List<Brought.Step> steps() {
    String status = row.text("status").toLowerCase(Locale.ROOT);
    switch (status) {
      case "", "pending" -> reach(Stage.PENDING);
      case "approved" -> reach(Stage.APPROVED);
      case "applied" -> reach(Stage.APPLIED);
      case "survey" -> reach(Stage.SURVEY);
      case "phone_screen" -> reach(Stage.PHONE_SCREEN);
      case "interviewing" -> reach(Stage.INTERVIEWING);
      case "offer" -> reach(Stage.OFFER);
      case "hired" -> reach(Stage.HIRED);
      case "archived" -> reach(Stage.ARCHIVED);
      case "rejected" -> reject(rejectionStage().or(this::last).orElse(Stage.PENDING));
      case "interview_rejected" -> reject(rejectionStage().or(this::last).orElse(Stage.APPLIED));
      // An application that was copied to Notion lost its stage there.
      case "synced" -> reach(last().orElse(Stage.APPROVED));
      default -> {
        odd.add(
            "status “%s” is none that is known; taken as far as its times say"
                .formatted(status.length() > 40 ? status.substring(0, 40) + "…" : status));
        last().ifPresent(this::reach);
      }
    }
    return List.copyOf(steps);
  }

  private Optional<Stage> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().to());
  }

  private Optional<Stage> rejectionStage() {
    String at = row.text("rejection_stage").toLowerCase(Locale.ROOT);
    return STAMPS.values().stream().filter(stage -> stage.key().equals(at)).findFirst();
  }

  private void reach(Stage stage) {
    if (stage == Stage.PENDING ? !steps.isEmpty() : !last().equals(Optional.of(stage))) {
      steps.add(new Brought.Step(lastTime(), stage, Optional.of(OldJob.NO_TIME)));
    }
  }

  /** A rejection remembers the stage before it, so that has to be there. */
  private void reject(Stage at) {
    if (at != Stage.PENDING) {
      reach(at);
    }
    steps.add(new Brought.Step(lastTime(), Stage.REJECTED, Optional.of(OldJob.NO_TIME)));
  }

  private Instant lastTime() {
    return steps.isEmpty() ? found : steps.getLast().at();
  }
}
