package dev.peregrine.host.boot;

import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tracking.Pushed;
import dev.peregrine.host.tracking.TrackerState;
import dev.peregrine.host.tracking.Tracking;
import dev.peregrine.host.tracking.Trial;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "push",
    description = {
      "Brings the table of a tracker to what the jobs say.",
      "Which table and which columns is set under Settings → Integrations."
    },
    mixinStandardHelpOptions = true)
final class IntegrationsPushCommand extends TenantCommand {

  @Parameters(paramLabel = "KEY", description = "Which tracker, such as notion.")
  private String key = "";

  @Option(names = "--dry-run", description = "Says what would change and writes nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    Tracking tracking = peregrine.connecting().tables().tracking();
    Connection tracker = IntegrationsCommand.named(peregrine.connecting().integrations(), key);
    if (tracking.tracker(tracker.key()).isEmpty()) {
      throw new UsageException(
          "Integration \"%s\": it keeps no table, expected a tracker.".formatted(key));
    }
    if (tracking.state(tracker.key()).isEmpty()) {
      throw new FailedException(
          "No table was chosen for %s. Choose one under Settings → Integrations."
              .formatted(tracker.name()));
    }
    long id = (dryRun ? tracking.tryOut(tracker.key()) : tracking.push(tracker.key())).id();
    Task task = new Waiting(peregrine).untilEnded(id, output);
    boolean done = task.state() == TaskState.COMPLETED;
    Optional<Trial> trial =
        Optional.of(dryRun && done)
            .filter(wanted -> wanted)
            .flatMap(wanted -> tracking.state(tracker.key()))
            .flatMap(TrackerState::trial);
    Optional<Pushed> pushed = dryRun || !done ? Optional.empty() : tracking.lately(tracker.key());
    say(tracker, task, trial, pushed, output);
    if (!done) {
      return ExitCode.FAILED;
    }
    boolean partly =
        trial.filter(tried -> tried.failed() > 0).isPresent()
            || pushed.filter(each -> each.failed() + each.conflicts() > 0).isPresent();
    return partly ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void say(
      Connection tracker,
      Task task,
      Optional<Trial> trial,
      Optional<Pushed> pushed,
      Output output) {
    if (!json) {
      trial.ifPresent(tried -> tried.rows().forEach(row -> say(row, output)));
      if (task.state() == TaskState.COMPLETED) {
        output.line(task.result());
      } else {
        output.message(task.error());
      }
      return;
    }
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("key", tracker.id());
    object.put("state", task.state().name().toLowerCase(Locale.ROOT));
    object.put("dry_run", dryRun);
    object.put("added", count(trial.map(Trial::added), pushed.map(Pushed::added)));
    object.put("changed", count(trial.map(Trial::changed), pushed.map(Pushed::changed)));
    object.put("archived", count(trial.map(Trial::archived), pushed.map(Pushed::archived)));
    object.put("refused", count(trial.map(Trial::failed), pushed.map(Pushed::failed)));
    object.put("same", count(trial.map(Trial::same), pushed.map(Pushed::same)));
    object.put("message", task.error().isEmpty() ? null : task.error());
    output.json(object);
  }

  private static @Nullable Integer count(Optional<Integer> tried, Optional<Integer> pushed) {
    return tried.or(() -> pushed).orElse(null);
  }

  private static void say(Trial.Row row, Output output) {
    output.line("%s: %s".formatted(row.effect(), row.title()));
    row.diffs().forEach(diff -> output.line("  " + diff.said()));
    if (!row.problem().isEmpty()) {
      output.line("  " + row.problem());
    }
  }
}
