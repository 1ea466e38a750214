package dev.peregrine.host.boot;

import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.tenancy.Locked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "plugin",
    description = "Lists, installs and switches plugins, begins new ones and tests them.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PluginCommand.ListCommand.class,
      PluginCommand.InstallCommand.class,
      PluginCommand.EnableCommand.class,
      PluginCommand.DisableCommand.class,
      PluginCommand.BackCommand.class,
      PluginCommand.NewCommand.class,
      PluginCurateCommand.class,
      PluginTestCommand.class
    })
final class PluginCommand {

  @Command(
      name = "list",
      description = "Lists every plugin with its state.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends TenantCommand {

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) {
      List<InstalledPlugin> plugins = peregrine.plugins().plugins();
      if (json) {
        plugins.forEach(plugin -> output.json(json(plugin, peregrine)));
        return ExitCode.DONE;
      }
      output.table(
          plugins.stream()
              .map(
                  plugin ->
                      List.of(
                          plugin.id(),
                          plugin.version(),
                          state(plugin),
                          plugin.reason().isEmpty() ? plugin.description() : plugin.reason()))
              .toList());
      return ExitCode.DONE;
    }

    private static LinkedHashMap<String, Object> json(InstalledPlugin plugin, Peregrine peregrine) {
      var object = new LinkedHashMap<String, Object>();
      object.put("id", plugin.id());
      object.put("version", plugin.version());
      object.put("provider", plugin.provider());
      object.put("description", plugin.description());
      object.put("state", state(plugin));
      object.put("reason", plugin.reason().isEmpty() ? null : plugin.reason());
      object.put("shipped", plugin.shipped());
      object.put("file", plugin.file().getFileName().toString());
      object.put("sha256", plugin.sha256());
      object.put(
          "extensions",
          plugin.extensions().stream().map(e -> e.descriptor().about().id()).toList());
      object.put(
          "locked", peregrine.plugins().locked(plugin.id()).map(Locked::sentence).orElse(null));
      return object;
    }

    private static String state(InstalledPlugin plugin) {
      return plugin.state().name().toLowerCase(Locale.ROOT);
    }
  }

  @Command(
      name = "install",
      description = "Copies a plugin's jar or recipe into plugins/ and switches it on.",
      mixinStandardHelpOptions = true)
  static final class InstallCommand extends TenantCommand {

    @Parameters(paramLabel = "FILE", description = "The jar, or the recipe (.yaml).")
    private String file = "";

    @Option(names = "--leave-off", description = "Only copy it; it waits for your yes.")
    private boolean leaveOff;

    @Override
    public Integer call() throws Exception {
      // Copied before Peregrine opens, which then finds it there.
      Installation installation = root().installation();
      Path jar = installation.typed(file);
      if (!Files.isRegularFile(jar) || !jar.toString().matches(".+\\.(jar|ya?ml)")) {
        throw new UsageException(
            "Plugin file \"%s\": expected a jar or a recipe (.yaml) that exists.".formatted(file));
      }
      Path folder = Files.createDirectories(installation.home().resolve("plugins"));
      Path target = folder.resolve(jar.getFileName());
      if (!jar.equals(target)) {
        Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return super.call();
    }

    @Override
    int run(Peregrine peregrine, Output output) {
      Path name = Path.of(file).getFileName();
      InstalledPlugin found =
          peregrine.plugins().plugins().stream()
              .filter(plugin -> plugin.file().getFileName().equals(name) && !plugin.shipped())
              .findFirst()
              .orElseThrow(
                  () ->
                      new FailedException(
                          "\"%s\" was copied to plugins/, but no plugin was found in it."
                              .formatted(file)));
      if (!leaveOff && found.state() != PluginState.BROKEN) {
        peregrine.plugins().switchOn(found.id());
      }
      return report(peregrine, found.id(), output);
    }
  }

  @Command(name = "enable", description = "Switches a plugin on.", mixinStandardHelpOptions = true)
  static final class EnableCommand extends TenantCommand {

    @Parameters(paramLabel = "ID", description = "The plugin, see: peregrine plugin list")
    private String id = "";

    @Override
    int run(Peregrine peregrine, Output output) {
      known(peregrine, id);
      peregrine.plugins().switchOn(id);
      return report(peregrine, id, output);
    }
  }

  @Command(
      name = "disable",
      description = "Switches a plugin off.",
      mixinStandardHelpOptions = true)
  static final class DisableCommand extends TenantCommand {

    @Parameters(paramLabel = "ID", description = "The plugin, see: peregrine plugin list")
    private String id = "";

    @Override
    int run(Peregrine peregrine, Output output) {
      known(peregrine, id);
      peregrine.plugins().switchOff(id);
      return report(peregrine, id, output);
    }
  }

  @Command(
      name = "rollback",
      description = "Puts the version of a plugin that ran before into its place.",
      mixinStandardHelpOptions = true)
  static final class BackCommand extends TenantCommand {

    @Parameters(paramLabel = "ID", description = "The plugin, see: peregrine plugin list")
    private String id = "";

    @Override
    int run(Peregrine peregrine, Output output) {
      known(peregrine, id);
      try {
        peregrine.plugins().goBack(id);
      } catch (IllegalArgumentException | IllegalStateException none) {
        throw new FailedException(String.valueOf(none.getMessage()));
      }
      return report(peregrine, id, output);
    }
  }

  @Command(
      name = "new",
      description = "Makes the folder of a new board plugin, ready to build.",
      mixinStandardHelpOptions = true)
  static final class NewCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
        arity = "1..2",
        paramLabel = "KIND NAME",
        description = "What it is and its id, such as: board mine (or in one word: board-mine)")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
      CommandSpec known = Objects.requireNonNull(spec);
      Installation installation = ((PeregrineCommand) known.root().userObject()).installation();
      Path made = new NewPlugin(installation).make(String.join("-", words));
      var output = new Output(known.commandLine().getOut(), known.commandLine().getErr());
      output.line(made.toString());
      output.message("Read README.md there; it takes you from here to a running board.");
      return ExitCode.DONE;
    }
  }

  private static void known(Peregrine peregrine, String id) {
    if (peregrine.plugins().plugins().stream().noneMatch(plugin -> plugin.id().equals(id))) {
      throw new UsageException(
          "Plugin \"%s\" is not there. See: peregrine plugin list".formatted(id));
    }
  }

  private static int report(Peregrine peregrine, String id, Output output) {
    InstalledPlugin plugin =
        peregrine.plugins().plugins().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    output.message(
        "%s %s: %s%s"
            .formatted(
                plugin.id(),
                plugin.version(),
                plugin.state().name().toLowerCase(Locale.ROOT),
                plugin.reason().isEmpty() ? "" : ". " + plugin.reason()));
    return plugin.state() == PluginState.BROKEN ? ExitCode.FAILED : ExitCode.DONE;
  }
}
