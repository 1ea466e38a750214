package dev.peregrine.host.boot;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.discovery.BoardTry;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.intake.PostingJson;
import dev.peregrine.host.pipeline.PlainText;
import dev.peregrine.host.plugins.Extension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "board",
    description = "Lists boards and tries one.",
    mixinStandardHelpOptions = true,
    subcommands = {BoardCommand.ListCommand.class, BoardCommand.TryCommand.class})
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

    private static Map<String, Object> json(
        Extension<JobBoard> board, BoardDescriptor descriptor) {
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

  @Command(
      name = "try",
      description = "Asks one board and shows what it finds, without storing it.",
      mixinStandardHelpOptions = true)
  static final class TryCommand extends TenantCommand {

    @Parameters(paramLabel = "ID", description = "The board, see: peregrine board list")
    private String id = "";

    @Option(
        names = "--title",
        paramLabel = "T",
        description = "A title to look for; may be repeated. Empty: every posting.")
    private List<String> titles = List.of();

    @Option(names = "--location", paramLabel = "L", description = "A place; may be repeated.")
    private List<String> locations = List.of();

    @Option(names = "--remote", description = "Only remote work.")
    private boolean remote;

    @Option(names = "--hours-old", paramLabel = "N", description = "How old a posting may be.")
    private @Nullable Integer hoursOld;

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "How many at most (default: ${DEFAULT-VALUE})",
        defaultValue = "50")
    private int limit;

    @Option(
        names = "--set",
        paramLabel = "KEY=VALUE",
        description = "A setting of the board for this call; company=SLUG names an employer.")
    private Map<String, String> overrides = Map.of();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) throws Exception {
      checkKeys(peregrine);
      BoardTry tried;
      try {
        tried = peregrine.discovery().tryBoard(id, query(), overrides);
      } catch (IllegalArgumentException wrong) {
        throw new UsageException(String.valueOf(wrong.getMessage()));
      } catch (ExtensionException none) {
        if (none.kind() == ExtensionException.Kind.UNSUPPORTED) {
          throw new UsageException(String.valueOf(none.getMessage()));
        }
        throw none;
      }
      var table = new ArrayList<List<String>>();
      for (var posting : tried.postings()) {
        if (json) {
          output.json(
              PostingJson.of(
                  posting.nativeId(), posting, id, posting.description().map(PlainText::of)));
        } else {
          table.add(
              List.of(
                  posting.title(),
                  posting.company().orElse("–"),
                  posting.places().isEmpty() ? "–" : posting.places().getFirst().text(),
                  posting.url().toString()));
        }
      }
      output.table(table);
      output.message(
          "%s: %d found, %d shown. %s"
              .formatted(
                  tried.outcome().name(),
                  tried.outcome().found(),
                  tried.postings().size(),
                  tried.outcome().sentence())
              .strip());
      return exitCode(tried.outcome().state(), tried.postings().isEmpty());
    }

    private void checkKeys(Peregrine peregrine) {
      var board = peregrine.plugins().find(JobBoard.class, id);
      if (board.isEmpty()) {
        return; // tryBoard says so
      }
      var descriptor = (BoardDescriptor) board.get().descriptor();
      var known =
          new TreeSet<>(descriptor.about().settings().stream().map(SettingSpec::key).toList());
      if (descriptor.searchesEmployers()) {
        known.add("company");
      }
      for (String key : overrides.keySet()) {
        if (!known.contains(key)) {
          throw new UsageException(
              "--set %s=…: %s has no such setting, expected one of: %s."
                  .formatted(key, descriptor.about().name(), String.join(", ", known)));
        }
      }
    }

    private static int exitCode(OutcomeState state, boolean nothing) {
      if (state == OutcomeState.DONE) {
        return ExitCode.DONE;
      }
      return nothing ? ExitCode.FAILED : ExitCode.PARTLY;
    }

    private BoardQuery query() {
      if (hoursOld != null && hoursOld < 1) {
        throw new UsageException(
            "--hours-old \"%d\": expected 1 or more.".formatted(hoursOld));
      }
      try {
        return BoardQuery.all(limit)
            .withTitles(titles.stream().map(String::strip).filter(t -> !t.isEmpty()).toList())
            .withLocations(locations.stream().map(String::strip).filter(l -> !l.isEmpty()).toList())
            .withRemote(remote ? Set.of(RemoteMode.REMOTE) : Set.of())
            .withMaxAge(Optional.ofNullable(hoursOld).map(Duration::ofHours));
      } catch (IllegalArgumentException wrong) {
        throw new UsageException(String.valueOf(wrong.getMessage()));
      }
    }
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
