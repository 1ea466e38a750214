package dev.peregrine.host.boot;

import dev.peregrine.host.plugins.CuratedPlugins;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Writes the list of the plugins that may run where Peregrine serves many people. It runs nothing
 * of the plugins and opens nobody's data.
 */
@Command(
    name = "curate",
    description = "Writes the list of the plugins that may run where Peregrine serves many people.",
    mixinStandardHelpOptions = true)
final class PluginCurateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--check", description = "Write nothing: say what is there and not on the list.")
  private boolean check;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  /** The list of an installation. */
  static Path list(Path home) {
    return home.resolve("config").resolve("plugins.sha256");
  }

  @Override
  public Integer call() {
    CommandSpec known = Objects.requireNonNull(spec);
    Installation installation = ((PeregrineCommand) known.root().userObject()).installation();
    var output = new Output(known.commandLine().getOut(), known.commandLine().getErr());
    Path file = list(installation.home());
    var curated = new CuratedPlugins(file);
    List<CuratedPlugins.Found> before = found(curated, installation);
    if (!check) {
      curated.write(before);
    }
    List<CuratedPlugins.Found> now = check ? before : found(curated, installation);
    now.forEach(plugin -> say(plugin, output));
    long refused = now.stream().filter(plugin -> !plugin.listed()).count();
    if (check) {
      output.message(
          refused == 0
              ? "Everything that is there may run."
              : "%d of %d may not run. Look at them, then: peregrine plugin curate"
                  .formatted(refused, now.size()));
      return refused == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
    output.message(
        "%d plugins stand in %s. Take out what is not to run, and start Peregrine again."
            .formatted(now.size(), file));
    return ExitCode.DONE;
  }

  private static List<CuratedPlugins.Found> found(
      CuratedPlugins curated, Installation installation) {
    return curated.found(
        List.of(installation.install().resolve("plugins")),
        installation.home().resolve("plugins"),
        installation.clock());
  }

  private void say(CuratedPlugins.Found plugin, Output output) {
    if (json) {
      var object = new LinkedHashMap<String, Object>();
      object.put("id", plugin.id());
      object.put("version", plugin.version());
      object.put("file", plugin.file());
      object.put("sha256", plugin.sha256());
      object.put("shipped", plugin.shipped());
      object.put("listed", plugin.listed());
      output.json(object);
      return;
    }
    output.line(
        "%s  %s %s%s"
            .formatted(
                plugin.sha256(),
                plugin.file(),
                plugin.version(),
                plugin.listed() ? "" : "  (may not run)"));
  }
}
