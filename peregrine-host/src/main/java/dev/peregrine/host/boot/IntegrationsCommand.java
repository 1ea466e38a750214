package dev.peregrine.host.boot;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.integrations.Trouble;
import dev.peregrine.host.plugins.PluginBugException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "integrations",
    description = "Says how services elsewhere are connected, and tries whether they work.",
    mixinStandardHelpOptions = true,
    subcommands = {
      IntegrationsCommand.ListCommand.class,
      IntegrationsCommand.TestCommand.class,
      IntegrationsPushCommand.class
    })
final class IntegrationsCommand {

  /** The one that the person named, with or without its point. */
  static Connection named(Integrations integrations, String name) {
    String key = name.contains("/") ? name : Connection.key(name);
    return integrations
        .byKey(key)
        .orElseThrow(
            () ->
                new UsageException(
                    "Integration \"%s\": expected one of %s."
                        .formatted(
                            name,
                            integrations.all().stream()
                                .map(Connection::id)
                                .collect(Collectors.joining(", ")))));
  }

  @Command(
      name = "list",
      description = "Lists the integrations whose plugins run, and how each stands.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends TenantCommand {

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) {
      Integrations integrations = peregrine.connecting().integrations();
      List<Connection> all = integrations.all();
      if (json) {
        all.forEach(each -> output.json(object(each, integrations.doings(each.key()))));
      } else {
        output.table(
            all.stream()
                .map(each -> List.of(each.id(), each.name(), state(each), said(each)))
                .toList());
      }
      return ExitCode.DONE;
    }

    private static String state(Connection connection) {
      if (connection.locked().isPresent()) {
        return "locked";
      }
      if (!connection.isConnected()) {
        return "not_connected";
      }
      return connection
          .trouble()
          .map(why -> why.passes() ? "waiting" : "broken")
          .orElse("connected");
    }

    private static String said(Connection connection) {
      return connection.trouble().map(Trouble::sentence).orElse(connection.reached());
    }

    private static Map<String, @Nullable Object> object(Connection connection, List<Doing> doings) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("key", connection.id());
      object.put("name", connection.name());
      object.put("state", state(connection));
      object.put("connected", connection.connected().map(Instant::toString).orElse(null));
      object.put("reached", connection.reached().isEmpty() ? null : connection.reached());
      object.put("trouble", connection.trouble().map(Trouble::sentence).orElse(null));
      object.put(
          "trouble_since",
          connection.trouble().map(Trouble::since).map(Instant::toString).orElse(null));
      object.put("does", doings.stream().map(Doing::text).toList());
      return object;
    }
  }

  @Command(
      name = "test",
      description = "Tries whether an integration's settings work.",
      mixinStandardHelpOptions = true)
  static final class TestCommand extends TenantCommand {

    @Parameters(paramLabel = "KEY", description = "Which one, such as ntfy.")
    private String key = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) throws InterruptedException {
      Integrations integrations = peregrine.connecting().integrations();
      Connection connection = named(integrations, key);
      try {
        say(connection, true, integrations.test(connection.key()), output);
        return ExitCode.DONE;
      } catch (ExtensionException | PluginBugException failed) {
        say(connection, false, String.valueOf(failed.getMessage()), output);
        return ExitCode.FAILED;
      }
    }

    private void say(Connection connection, boolean works, String sentence, Output output) {
      if (json) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("key", connection.id());
        object.put("works", works);
        object.put("said", sentence);
        output.json(object);
      } else if (works) {
        output.line(sentence);
      } else {
        output.message(sentence);
      }
    }
  }
}
