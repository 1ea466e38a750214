package dev.peregrine.host.boot;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.discovery.SourceHealth;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.pipeline.Counts;
import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Not a {@link TenantCommand}: what keeps Peregrine from opening is what it is asked about. */
@Command(
    name = "doctor",
    description =
        "Says whether all is well: Java, folders, the machine and its services, database, and each board.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  private record Line(boolean fine, List<String> cells, Map<String, @Nullable Object> object) {}

  @Override
  public Integer call() throws Exception {
    CommandSpec known = Objects.requireNonNull(spec);
    var output = new Output(known.commandLine().getOut(), known.commandLine().getErr());
    Installation installation = ((PeregrineCommand) known.root().userObject()).installation();
    var lines = new ArrayList<Line>();
    Checkup.basics(installation).forEach(check -> lines.add(line(check)));
    lines.addAll(machine(installation, output));
    lines.addAll(opened(installation));
    for (Line line : lines) {
      if (json) {
        output.json(line.object());
      }
    }
    if (!json) {
      output.table(lines.stream().map(Line::cells).toList());
    }
    long wrong = lines.stream().filter(line -> !line.fine()).count();
    output.message(
        wrong == 0 ? "All is well." : wrong == 1 ? "1 needs a look." : wrong + " need a look.");
    return wrong == 0 ? ExitCode.DONE : ExitCode.PARTLY;
  }

  /** Looked at even where Peregrine does not open. */
  private static List<Line> machine(Installation installation, Output output) throws Exception {
    try (var http = new OutgoingHttp(OutgoingOptions.usual(), installation.clock());
        var slowly = new Slowly(output)) {
      return new Tenant("local", installation.home())
          .call(() -> installation.hardware(http).look(slowly::step)).facts().stream()
              .map(fact -> line(new Checkup(fact.check(), fact.fine(), fact.sentence())))
              .toList();
    } catch (ConfigException trouble) {
      return List.of(line(new Checkup("services", false, trouble.sentence())));
    }
  }

  private static List<Line> opened(Installation installation) throws Exception {
    try (Peregrine peregrine = Peregrine.open(installation)) {
      return peregrine
          .tenant()
          .call(
              () -> {
                var lines = new ArrayList<Line>();
                List<SourceHealth> boards = peregrine.discovery().sources().all();
                lines.add(line(new Checkup("database", true, jobs(peregrine))));
                peregrine.plugins().plugins().stream()
                    .filter(plugin -> plugin.state() == PluginState.BROKEN)
                    .map(plugin -> new Checkup("plugin", false, said(plugin)))
                    .forEach(check -> lines.add(line(check)));
                boards.stream().filter(SourceHealth::inUse).forEach(b -> lines.add(line(b)));
                return lines;
              });
    } catch (StorageException trouble) {
      return List.of(line(new Checkup("database", false, String.valueOf(trouble.getMessage()))));
    } catch (ConfigException trouble) {
      return List.of(line(new Checkup("configuration", false, trouble.sentence())));
    }
  }

  private static String jobs(Peregrine peregrine) {
    Counts counts = peregrine.jobs().counts();
    long jobs =
        counts.hidden() + counts.byStage().values().stream().mapToLong(Long::longValue).sum();
    return "It opens, with %,d %s.".formatted(jobs, jobs == 1 ? "job" : "jobs");
  }

  private static String said(InstalledPlugin plugin) {
    return "\"%s\" cannot be used: %s".formatted(plugin.id(), plugin.reason());
  }

  private static Line line(Checkup check) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("check", check.name());
    object.put("state", check.fine() ? "fine" : "trouble");
    object.put("needs_attention", !check.fine());
    object.put("message", check.sentence());
    return new Line(
        check.fine(),
        List.of(check.name(), check.fine() ? "fine" : "trouble", check.sentence()),
        object);
  }

  private static Line line(SourceHealth board) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("check", "board");
    object.put("state", board.state().key());
    object.put("needs_attention", board.isTrouble());
    object.put("message", board.sentence());
    object.put("board", board.board());
    object.put("name", board.name());
    object.put("until", board.until().map(Object::toString).orElse(null));
    object.put("read", board.lastWell().map(read -> read.at().toString()).orElse(null));
    object.put("found", board.lastWell().map(read -> read.found()).orElse(null));
    return new Line(
        !board.isTrouble(),
        List.of(board.name(), board.state().key().replace('_', ' '), board.sentence()),
        object);
  }
}
