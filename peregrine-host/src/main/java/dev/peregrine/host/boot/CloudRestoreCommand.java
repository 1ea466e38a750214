package dev.peregrine.host.boot;

import dev.peregrine.host.sessions.UserIds;
import dev.peregrine.host.snapshots.SnapshotException;
import dev.peregrine.host.snapshots.Snapshots;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "restore",
    description = {
      "Takes snapshots back: fetches them, checks each against its hash, opens it and counts its rows.",
      "With --tenant UUID one person's, in place of what is here, which is set aside; with --all those who are not here."
    },
    mixinStandardHelpOptions = true)
final class CloudRestoreCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--all", description = "Everybody of whom something is kept.")
  private boolean all;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "Another folder than the one that is served, such as for a drill.")
  private @Nullable Path into;

  @Option(
      names = "--older",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pass N newer snapshots over (default: 0).")
  private int older;

  @Option(names = "--json", description = "One JSON object at the end.")
  private boolean json;

  private final Map<String, Snapshots.Restored> restored = new LinkedHashMap<>();
  private final Map<String, String> failed = new LinkedHashMap<>();
  private final List<String> here = new ArrayList<>();

  @Override
  public Integer call() {
    CommandSpec known = Objects.requireNonNull(spec);
    return restore(
        ((PeregrineCommand) known.root().userObject()).installation(),
        new Output(known.commandLine().getOut(), known.commandLine().getErr()));
  }

  /** As the command line says it. */
  CloudRestoreCommand with(boolean everybody, @Nullable Path folder, int passedOver) {
    all = everybody;
    into = folder;
    older = passedOver;
    return this;
  }

  int restore(Installation installation, Output output) {
    if (all == installation.tenant().isPresent()) {
      throw new UsageException("Say whose data to restore: --tenant UUID, or --all.");
    }
    long began = System.nanoTime();
    Optional<Path> folder =
        Optional.ofNullable(into).map(path -> installation.typed(path.toString()));
    var missing = new TreeSet<String>();
    try (var place = SnapshotPlace.of(installation, folder)) {
      List<String> people =
          all ? place.snapshots().people() : List.of(installation.tenant().orElseThrow());
      if (all) {
        new CloudFolders(place.settings().root(), new byte[] {1})
            .forEach(
                tenant -> {
                  if (Databases.exists(tenant)) {
                    missing.add(tenant.id());
                  }
                });
      }
      people.forEach(missing::remove);
      for (String person : people) {
        restore(place, person);
        output.message(said(person));
      }
    }
    return report(output, missing, Duration.ofNanos(System.nanoTime() - began));
  }

  private void restore(SnapshotPlace place, String person) {
    if (UserIds.canonical(person).isEmpty()) {
      failed.put(person, "expected a UUID in small letters");
      return;
    }
    Tenant tenant = place.folders().tenant(person);
    if (all && place.folders().has(tenant)) {
      here.add(person);
      return;
    }
    try {
      int kept = place.snapshots().of(person).size();
      if (kept <= older) {
        failed.put(person, "%d snapshots of them are kept".formatted(kept));
        return;
      }
      restored.put(
          person,
          tenant.calling(
              () -> place.databases().whileClosed(() -> place.snapshots().restore(tenant, older))));
    } catch (SnapshotException | StorageException | UncheckedIOException cannot) {
      failed.put(person, String.valueOf(cannot.getMessage()));
    }
  }

  private String said(String person) {
    Snapshots.Restored got = restored.get(person);
    if (got == null) {
      return "%s: %s"
          .formatted(person, failed.getOrDefault(person, "is here already, left as it is"));
    }
    return "%s: snapshot %s, made %s, %d rows in %d tables, %d files, %d bytes"
        .formatted(
            person, got.id(), got.made(), got.rows(), got.tables(), got.files(), got.bytes());
  }

  private int report(Output output, TreeSet<String> missing, Duration took) {
    long rows = restored.values().stream().mapToLong(Snapshots.Restored::rows).sum();
    long bytes = restored.values().stream().mapToLong(Snapshots.Restored::bytes).sum();
    if (json) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("restored", restored.size());
      object.put("rows", rows);
      object.put("bytes", bytes);
      object.put("already_here", here);
      object.put("failed", failed);
      object.put("without_snapshot", List.copyOf(missing));
      object.put("seconds", took.toMillis() / 1000.0);
      output.json(object);
    }
    missing.forEach(person -> output.message(person + ": nothing is kept of them"));
    output.message(
        "%d people restored, %d rows, %d bytes, in %.1f seconds; %d failed, %d were here already, of %d nothing is kept."
            .formatted(
                restored.size(),
                rows,
                bytes,
                took.toMillis() / 1000.0,
                failed.size(),
                here.size(),
                missing.size()));
    boolean nothing = restored.isEmpty() && here.isEmpty();
    return failed.isEmpty() && missing.isEmpty() && !nothing ? ExitCode.DONE : ExitCode.PARTLY;
  }
}
