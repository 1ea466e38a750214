package dev.peregrine.host.boot;

import dev.peregrine.host.intake.Added;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.intake.IntakeException;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Adds jobs you found: by their links, or from a file.",
    mixinStandardHelpOptions = true)
final class AddCommand extends TenantCommand {

  @Parameters(paramLabel = "URL", arity = "0..*", description = "Links to postings.")
  private List<String> links = List.of();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A list (csv, json), or a saved page (html).")
  private @Nullable String file;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    Added added = add(peregrine);
    added.skipped().forEach(output::message);
    int failed = added.skipped().size();
    for (long id : added.tasks()) {
      Task task = new Waiting(peregrine).untilEnded(id, output);
      if (task.state() != TaskState.COMPLETED) {
        failed++;
      }
      output.message(task.error().isEmpty() ? task.result() : task.error());
    }
    new Waiting(peregrine).untilIdle(output);
    output.message(
        added.isNew() == 1 ? "1 job is new." : "%d jobs are new.".formatted(added.isNew()));
    if (failed == 0) {
      return ExitCode.DONE;
    }
    return added.jobs().size() + added.tasks().size() > failed ? ExitCode.PARTLY : ExitCode.FAILED;
  }

  private Added add(Peregrine peregrine) {
    if ((file == null) == links.isEmpty()) {
      throw new UsageException("Expected links, or --file with a file; see: peregrine add --help");
    }
    try {
      if (file != null) {
        return peregrine.intake().addFile(peregrine.installation().typed(file));
      }
      List<URI> addresses = Intake.links(String.join("\n", links));
      if (addresses.isEmpty()) {
        throw new UsageException(
            "\"%s\": expected addresses that begin with http:// or https://."
                .formatted(String.join(" ", links)));
      }
      return peregrine.intake().addLinks(addresses);
    } catch (IntakeException unreadable) {
      throw new FailedException(String.valueOf(unreadable.getMessage()));
    }
  }
}
