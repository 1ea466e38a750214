package dev.peregrine.host.boot;

import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.discovery.RunView;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "discover",
    description = "Searches the boards of the search profiles and stores what fits.",
    mixinStandardHelpOptions = true)
final class DiscoverCommand extends TenantCommand {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "A search profile; may be repeated (default: all).")
  private List<String> profiles = List.of();

  @Option(
      names = "--board",
      paramLabel = "ID",
      description = "A board; may be repeated (default: those of the profile).")
  private List<String> boards = List.of();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    Submitted submitted;
    try {
      submitted = peregrine.discovery().start(profiles, boards);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
    if (!submitted.isNew()) {
      output.message("A search is running already; waiting for it.");
    }
    Task task = new Waiting(peregrine).untilEnded(submitted.id(), output);
    peregrine.discovery().byTask(submitted.id()).ifPresent(run -> print(run, output));
    new Waiting(peregrine).untilIdle(output);
    return switch (task.state()) {
      case COMPLETED ->
          exitCode(
              peregrine.discovery().byTask(submitted.id()).map(RunView::boards).orElse(List.of()));
      case QUEUED, RUNNING, FAILED, CANCELLED -> {
        output.message(task.error());
        yield ExitCode.FAILED;
      }
    };
  }

  private static int exitCode(List<BoardOutcome> boards) {
    long done =
        boards.stream()
            .filter(b -> b.state() == OutcomeState.DONE || b.state() == OutcomeState.RESTING)
            .count();
    if (done == boards.size()) {
      return ExitCode.DONE;
    }
    return done == 0 && boards.stream().allMatch(b -> b.kept() == 0)
        ? ExitCode.FAILED
        : ExitCode.PARTLY;
  }

  private void print(RunView run, Output output) {
    for (BoardOutcome board : run.boards()) {
      if (json) {
        var object = new LinkedHashMap<String, Object>();
        object.put("board", board.board());
        object.put("name", board.name());
        object.put("state", board.state().name().toLowerCase(Locale.ROOT));
        object.put("found", board.found());
        object.put("kept", board.kept());
        object.put("hidden", board.hidden());
        object.put("hidden_by", board.hiddenBy());
        object.put("message", board.sentence());
        output.json(object);
      }
    }
    if (!json) {
      output.table(
          run.boards().stream()
              .map(
                  board ->
                      List.of(
                          board.name(),
                          board.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                          board.found() + " found",
                          board.kept() + " kept",
                          board.hidden() + " hidden",
                          board.sentence()))
              .toList());
    }
  }
}
