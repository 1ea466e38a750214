package dev.peregrine.host.boot;

import dev.peregrine.host.mcp.McpStdio;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "mcp",
    description = {
      "Serves an assistant that speaks the Model Context Protocol, on standard input and output,",
      "until the input ends. Works beside a Peregrine that runs. A running Peregrine serves the",
      "same over HTTP, at /mcp, with a token; see docs/mcp.md."
    },
    mixinStandardHelpOptions = true)
final class McpCommand extends TenantCommand {

  @Option(names = "--read-only", description = "Offers only tools that change nothing.")
  private boolean readOnly;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    // Clients end a server by a signal; what it was doing is then said to be interrupted.
    var ended = new Thread(peregrine.tasks()::close, "mcp-end");
    Runtime.getRuntime().addShutdownHook(ended);
    Set<Long> before = live(peregrine);
    new McpStdio(peregrine.mcp(), readOnly).serve(System.in, output::line);
    // What the assistant began is done to its end, as after any command.
    for (long task : live(peregrine)) {
      if (!before.contains(task)) {
        var _ = new Waiting(peregrine).untilEnded(task, output);
      }
    }
    Runtime.getRuntime().removeShutdownHook(ended);
    return ExitCode.DONE;
  }

  private static Set<Long> live(Peregrine peregrine) {
    return peregrine.tasks().active().stream()
        .filter(task -> task.state() == TaskState.QUEUED || task.state() == TaskState.RUNNING)
        .map(Task::id)
        .collect(Collectors.toSet());
  }
}
