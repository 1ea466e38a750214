package dev.peregrine.host.boot;

import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.storage.KeyRotation;
import java.nio.file.Path;
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
    name = "cloud",
    description = "Looks after a Peregrine for many.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CloudCommand.RotateKeysCommand.class,
      CloudStatusCommand.class,
      CloudSnapshotCommand.class,
      CloudRestoreCommand.class
    })
final class CloudCommand {

  @Command(
      name = "rotate-keys",
      description = {
        "Encrypts the files of all people anew with the newest secret of CF_SERVER_SECRETS_FILE.",
        "Runs while the servers serve; stopped or killed, it goes on where it was when it is started again."
      },
      mixinStandardHelpOptions = true)
  static final class RotateKeysCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofSeconds(2);

    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--wait",
        paramLabel = "SECONDS",
        defaultValue = "120",
        description =
            "How long to wait for servers to encrypt the files that they have open (default: 120).")
    private int wait = 120;

    @Option(names = "--json", description = "One JSON object at the end.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
      CommandSpec known = Objects.requireNonNull(spec);
      return rotate(
          ((PeregrineCommand) known.root().userObject()).installation(),
          new Output(known.commandLine().getOut(), known.commandLine().getErr()));
    }

    int rotate(Installation installation, Output output) throws InterruptedException {
      CloudSettings settings = CloudSettings.of(installation.environment());
      FileFormat files = settings.files(installation.install());
      var rotation = new KeyRotation(settings.root(), Path.of(CloudFolders.PROGRAM), files);
      KeyRotation.Result result = rotation.run(new Telling(output));
      List<String> left = awaited(rotation, result.inUse(), output);
      return report(output, result, left);
    }

    /** Those whose files another program still has, and has not encrypted anew. */
    private List<String> awaited(KeyRotation rotation, List<String> inUse, Output output)
        throws InterruptedException {
      List<String> left = new ArrayList<>(inUse);
      if (!left.isEmpty()) {
        output.message(
            "%d are in use; the servers that serve them encrypt them themselves. Waiting …"
                .formatted(left.size()));
      }
      long until = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
      left.removeIf(rotation::isDone);
      while (!left.isEmpty() && System.nanoTime() - until < 0) {
        Thread.sleep(LOOK);
        // One who went meanwhile is served by nobody.
        left.removeIf(tenant -> rotation.isDone(tenant) || rotation.again(tenant));
      }
      return left;
    }

    private int report(Output output, KeyRotation.Result result, List<String> left) {
      if (json) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("people", result.tenants());
        object.put("files_written", result.written());
        object.put("left_in_use", left);
        object.put("failed", result.failed());
        output.json(object);
      }
      for (Map.Entry<String, String> failed : result.failed().entrySet()) {
        output.message(failed.getKey() + ": " + failed.getValue());
      }
      if (left.isEmpty() && result.failed().isEmpty()) {
        output.message(
            "All files of %d people are encrypted with the newest secret. Backups made before are not: keep the older secrets for as long as such a backup may be restored."
                .formatted(result.tenants()));
        return ExitCode.DONE;
      }
      if (!left.isEmpty()) {
        output.message(
            "%d files are still in use with an older key. Check that each server has the same secrets, then start this again."
                .formatted(left.size()));
      }
      return ExitCode.PARTLY;
    }

    /** A line each second at most. */
    private static final class Telling implements KeyRotation.Progress {
      private final Output output;
      private long told = System.nanoTime() - Duration.ofSeconds(1).toNanos();

      Telling(Output output) {
        this.output = output;
      }

      @Override
      public void of(int done, int total) {
        if (done == total || System.nanoTime() - told > Duration.ofSeconds(1).toNanos()) {
          told = System.nanoTime();
          output.message("%d of %d people".formatted(done, total));
        }
      }
    }
  }
}
