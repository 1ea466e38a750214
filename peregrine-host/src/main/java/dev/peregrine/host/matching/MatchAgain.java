package dev.peregrine.host.matching;

import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.MoveListener;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at mails again once the person applied for a job: its mails may have come before. */
public final class MatchAgain implements MoveListener {

  /** The type of the task. */
  public static final String TASK = "match-mails";

  private static final Set<Stage> PURSUED =
      EnumSet.of(
          Stage.APPLIED,
          Stage.SURVEY,
          Stage.PHONE_SCREEN,
          Stage.INTERVIEWING,
          Stage.OFFER,
          Stage.HIRED);

  private final Matching matching;
  private final Tasks tasks;

  public MatchAgain(Matching matching, Tasks tasks) {
    this.matching = matching;
    this.tasks = tasks;
    tasks.register(TASK, this::run);
  }

  @Override
  public void moved(Move move) {
    if (PURSUED.contains(move.to())
        && move.from().stream().anyMatch(from -> !PURSUED.contains(from))
        && matching.hasUnmatched()) {
      submit(List.of());
    }
  }

  @Override
  public void undone(Move move) {
    if (PURSUED.contains(move.to())
        && move.from().stream().anyMatch(from -> !PURSUED.contains(from))) {
      submit(move.jobs());
    }
  }

  private void submit(List<Long> jobs) {
    String params = jobs.stream().map(String::valueOf).collect(Collectors.joining(","));
    tasks.submit(TASK, params, "See which mails belong to applications", params);
  }

  private String run(TaskRun run) throws InterruptedException {
    List<Long> jobs =
        Stream.of(run.params().split(",")).filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
    run.step("Looking at mails that belong to no application");
    int changed = matching.lookAgain(jobs, run::of);
    return changed == 1
        ? "One mail belongs elsewhere now."
        : "%d mails belong elsewhere now.".formatted(changed);
  }
}
