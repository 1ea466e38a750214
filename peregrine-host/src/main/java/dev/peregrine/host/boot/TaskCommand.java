package dev.peregrine.host.boot;

import dev.peregrine.host.tasks.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "task",
    description = "Shows and stops background work.",
    mixinStandardHelpOptions = true,
    subcommands = {TaskCommand.ListCommand.class, TaskCommand.CancelCommand.class})
final class TaskCommand {

  @Command(
      name = "list",
      description = "Lists running and recent tasks.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends TenantCommand {

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) {
      List<Task> tasks = peregrine.tasks().recent(50);
      for (Task task : tasks) {
        if (json) {
          var object = new LinkedHashMap<String, Object>();
          object.put("id", task.id());
          object.put("type", task.type());
          object.put("title", task.title());
          object.put("state", state(task));
          object.put("step", task.step().isEmpty() ? null : task.step());
          object.put("done", task.done());
          object.put("total", task.total() == 0 ? null : task.total());
          object.put("result", task.result().isEmpty() ? null : task.result());
          object.put("error", task.error().isEmpty() ? null : task.error());
          object.put("created", task.created().toString());
          output.json(object);
        }
      }
      if (!json) {
        output.table(
            tasks.stream()
                .map(
                    task ->
                        List.of(
                            Long.toString(task.id()),
                            state(task),
                            task.title(),
                            task.error().isEmpty()
                                ? task.result().isEmpty() ? task.step() : task.result()
                                : task.error()))
                .toList());
      }
      return ExitCode.DONE;
    }

    private static String state(Task task) {
      return task.state().name().toLowerCase(Locale.ROOT);
    }
  }

  @Command(name = "cancel", description = "Stops a task.", mixinStandardHelpOptions = true)
  static final class CancelCommand extends TenantCommand {

    @Parameters(paramLabel = "ID", description = "The task's number, see: peregrine task list")
    private long id;

    @Override
    int run(Peregrine peregrine, Output output) {
      if (!peregrine.tasks().cancel(id)) {
        throw new FailedException(
            "Task \"%d\" is not running. See: peregrine task list".formatted(id));
      }
      output.message("Stopped task %d.".formatted(id));
      return ExitCode.DONE;
    }
  }
}
