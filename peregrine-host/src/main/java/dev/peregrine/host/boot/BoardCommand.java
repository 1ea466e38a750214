package dev.peregrine.host.boot;

import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.plugins.Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "board",
    description = "Lists boards and tries one.",
    mixinStandardHelpOptions = true,
    subcommands = {BoardCommand.ListCommand.class, BoardTryCommand.class})
final class BoardCommand {

  @Command(
      name = "list",
      description = "Lists the boards that are switched on.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends TenantCommand {

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) {
      var table = new ArrayList<List<String>>();
      for (Extension<JobBoard> board : peregrine.plugins().extensions(JobBoard.class)) {
        var descriptor = (BoardDescriptor) board.descriptor();
        if (json) {
          output.json(json(board, descriptor));
        } else {
          table.add(
              List.of(
                  board.id(),
                  descriptor.about().name(),
                  descriptor.onByDefault() ? "searched by default" : "when chosen",
                  descriptor.about().summary()));
        }
      }
      output.table(table);
      return ExitCode.DONE;
    }

    private static Map<String, Object> json(Extension<JobBoard> board, BoardDescriptor descriptor) {
      var object = new LinkedHashMap<String, Object>();
      object.put("id", board.id());
      object.put("name", descriptor.about().name());
      object.put("plugin", board.plugin().id());
      object.put("version", board.plugin().version());
      object.put("kind", key(descriptor.kind()));
      object.put("on_by_default", descriptor.onByDefault());
      object.put("searches_employers", descriptor.searchesEmployers());
      object.put("filters", descriptor.applies().stream().map(BoardCommand::key).sorted().toList());
      object.put("hosts", descriptor.about().hosts().stream().sorted().toList());
      object.put("settings", descriptor.about().settings().stream().map(s -> s.key()).toList());
      object.put("terms", descriptor.about().terms().orElse(null));
      return object;
    }
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
