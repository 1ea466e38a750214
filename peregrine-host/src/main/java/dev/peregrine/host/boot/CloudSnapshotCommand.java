package dev.peregrine.host.boot;

import dev.peregrine.host.snapshots.Rounds;
import dev.peregrine.host.snapshots.SnapshotException;
import dev.peregrine.host.snapshots.Snapshots;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
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

@Command(
    name = "snapshot",
    description = {
      "Ships the data of everybody who changed something, now.",
      "Servers ship those whom they serve; this waits for that."
    },
    mixinStandardHelpOptions = true)
final class CloudSnapshotCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(500);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "How long to wait for servers (default: 120).")
  private int wait = 120;

  @Option(names = "--json", description = "One JSON object at the end.")
  private boolean json;

  private int shipped;
  private int unchanged;
  private final List<Tenant> served = new ArrayList<>();
  private final Map<String, String> failed = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException, IOException {
    CommandSpec known = Objects.requireNonNull(spec);
    return ship(
        ((PeregrineCommand) known.root().userObject()).installation(),
        new Output(known.commandLine().getOut(), known.commandLine().getErr()));
  }

  int ship(Installation installation, Output output) throws InterruptedException, IOException {
    try (var place = SnapshotPlace.of(installation)) {
      place
          .folders()
          .forEach(
              tenant -> {
                if (place.databases().isHeld(tenant)) {
                  served.add(tenant);
                } else {
                  tried(place.snapshots(), tenant);
                }
              });
      if (!served.isEmpty()) {
        output.message(
            "%d are being served; their servers ship them. Waiting …".formatted(served.size()));
        awaited(place);
      }
    }
    return report(output);
  }

  private void tried(Snapshots snapshots, Tenant tenant) {
    try {
      if (snapshots.ship(tenant)) {
        shipped++;
      } else {
        unchanged++;
      }
    } catch (SnapshotException | StorageException | UncheckedIOException cannot) {
      failed.put(tenant.id(), String.valueOf(cannot.getMessage()));
    }
  }

  private void awaited(SnapshotPlace place) throws InterruptedException, IOException {
    for (Tenant tenant : served) {
      Files.writeString(tenant.data().resolve(Rounds.ASKED), "");
    }
    long until = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
    while (!served.isEmpty() && System.nanoTime() - until < 0) {
      Thread.sleep(LOOK);
      for (Tenant tenant : List.copyOf(served)) {
        if (Files.notExists(tenant.data().resolve(Rounds.ASKED))) {
          served.remove(tenant);
          shipped++;
        } else if (!place.databases().isHeld(tenant)) {
          served.remove(tenant);
          tried(place.snapshots(), tenant);
          Files.deleteIfExists(tenant.data().resolve(Rounds.ASKED));
        }
      }
    }
  }

  private int report(Output output) {
    List<String> left = served.stream().map(Tenant::id).toList();
    if (json) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("shipped", shipped);
      object.put("unchanged", unchanged);
      object.put("left", left);
      object.put("failed", failed);
      output.json(object);
    }
    failed.forEach((person, why) -> output.message(person + ": " + why));
    left.forEach(
        person ->
            output.message(
                "%s: its server did not ship it in time; see that server's log."
                    .formatted(person)));
    output.message("%d people shipped, %d had changed nothing.".formatted(shipped, unchanged));
    return failed.isEmpty() && left.isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }
}
