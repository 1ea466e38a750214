package dev.peregrine.host.boot;

import dev.peregrine.host.due.DueCounts;
import dev.peregrine.host.due.DueRows;
import dev.peregrine.host.nodes.Leases;
import dev.peregrine.host.nodes.NodeState;
import dev.peregrine.host.nodes.Shards;
import dev.peregrine.host.snapshots.SnapshotStatus;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "status",
    description = {
      "Says how a Peregrine for many goes: its nodes, what they hold, who is due, and when this",
      "machine shipped its last snapshot. Ends with 1 where the database is away or no node lives."
    },
    mixinStandardHelpOptions = true)
final class CloudStatusCommand implements Callable<Integer> {

  private static final JsonMapper JSON = new JsonMapper();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec known = Objects.requireNonNull(spec);
    return say(
        ((PeregrineCommand) known.root().userObject()).installation(),
        new Output(known.commandLine().getOut(), known.commandLine().getErr()));
  }

  int say(Installation installation, Output output) {
    CloudSettings settings = CloudSettings.of(installation.environment());
    var object = new LinkedHashMap<String, @Nullable Object>();
    boolean goes =
        settings
            .platform()
            .map(platform -> database(platform.database(), settings, installation, object))
            .orElse(true);
    object.putAll(snapshots(installation.home()));
    if (json) {
      output.json(object);
    } else {
      tell(object, settings, output);
      output.line(
          SnapshotStatus.read(CloudSnapshots.status(installation))
              .map(said -> "Snapshots of this machine: " + said.line())
              .orElse("No snapshots are shipped from this machine."));
    }
    return goes ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static boolean database(
      ServerAddress address,
      CloudSettings settings,
      Installation installation,
      Map<String, @Nullable Object> object) {
    try (var database =
        new ServerDatabase(
            address,
            "platform",
            Stream.of(Leases.mappers(), DueRows.mappers()).flatMap(List::stream).toList(),
            installation.clock())) {
      database.look();
      List<NodeState> nodes = NodeState.all(database);
      DueCounts due = DueRows.counts(database, installation.clock().instant());
      object.put("database", "there");
      if (settings.node().isPresent()) {
        object.put("nodes", nodes.stream().map(CloudStatusCommand::node).toList());
        object.put(
            "shards_held",
            nodes.stream().filter(NodeState::alive).mapToInt(NodeState::shards).sum());
        object.put("shards", Shards.COUNT);
        object.put("due_people", due.people());
        object.put("due_overdue", due.overdue());
        object.put("due_fetching", due.fetching());
        object.put("due_first", text(due.first()));
        return nodes.stream().anyMatch(CloudStatusCommand::serves);
      }
      return true;
    } catch (ServerAwayException away) {
      object.put("database", "away");
      return false;
    }
  }

  private static boolean serves(NodeState node) {
    return node.alive() && !node.url().isEmpty();
  }

  private static Map<String, Object> node(NodeState node) {
    var object = new LinkedHashMap<String, Object>();
    object.put("url", node.url());
    object.put("since", node.beganAt().toString());
    object.put("state", state(node));
    object.put("shards", node.shards());
    return object;
  }

  private static String state(NodeState node) {
    if (!node.alive()) {
      return "silent";
    }
    return node.draining() ? "stopping" : "lives";
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  /** What the program on this machine noted of its snapshots; nothing where it ships none. */
  private static Map<String, @Nullable Object> snapshots(Path home) {
    Path file = home.resolve("data").resolve("snapshots.json");
    if (Files.notExists(file)) {
      return Map.of();
    }
    try {
      return Map.of(
          "snapshots",
          JSON.readValue(
              Files.readString(file),
              new TypeReference<LinkedHashMap<String, @Nullable Object>>() {}));
    } catch (IOException | JacksonException unreadable) {
      return Map.of("snapshots", "unreadable: " + file);
    }
  }

  private static void tell(
      Map<String, @Nullable Object> object, CloudSettings settings, Output output) {
    Object database = object.get("database");
    output.line(
        database == null
            ? "No database: PLATFORM_DB_URL is not set, so there is one node and no plan of anybody."
            : "away".equals(database)
                ? "The database is away. Check that it runs and what PLATFORM_DB_URL says; people read and change nothing until it is back."
                : "The database is there.");
    if (object.get("nodes") instanceof List<?> nodes) {
      var rows = new ArrayList<List<String>>();
      rows.add(List.of("node", "state", "shards", "since"));
      for (Object each : nodes) {
        if (each instanceof Map<?, ?> node) {
          String url = String.valueOf(node.get("url"));
          rows.add(
              List.of(
                  url.isEmpty() ? "(a command)" : url,
                  String.valueOf(node.get("state")),
                  String.valueOf(node.get("shards")),
                  String.valueOf(node.get("since"))));
        }
      }
      output.table(rows);
      output.line(
          "%s of %s shards are held; the others wait for somebody to come."
              .formatted(object.get("shards_held"), object.get("shards")));
      output.line(
          "%s people have something due: %s overdue, %s fetched just now, the first at %s."
              .formatted(
                  object.get("due_people"),
                  object.get("due_overdue"),
                  object.get("due_fetching"),
                  Objects.requireNonNullElse(object.get("due_first"), "no time")));
    } else if (settings.node().isEmpty()) {
      output.line("One node: CLOUD_NODE_URL is not set.");
    }
  }
}
