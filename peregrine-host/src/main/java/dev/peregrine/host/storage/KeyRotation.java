package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Brings the files of all tenants to the key of the newest secret, while others serve them. Which
 * are to be done stands in the files, so whatever broke off a run, the next one goes on with it. A
 * file that another program has open is passed over: it sees the newer secret itself within
 * seconds, writes the file anew, and this counts it as done when it looks again.
 */
public final class KeyRotation {

  private static final Executor PLATFORM =
      work -> Thread.ofPlatform().name("storage-rotation").daemon().start(work);

  private final Path root;
  private final Path home;
  private final FileFormat format;
  private final Rekeying rekeying;

  /**
   * @param root the folder with a folder for each tenant
   * @param home where in a tenant's folder their home is
   * @param format of the files
   */
  public KeyRotation(Path root, Path home, FileFormat format) {
    this.root = root;
    this.home = home;
    this.format = format;
    this.rekeying = new Rekeying(format, Duration.ZERO);
  }

  /** Told after each tenant. */
  @FunctionalInterface
  public interface Progress {
    void of(int done, int total);
  }

  /**
   * What a run came to.
   *
   * @param tenants how many have a database
   * @param written how many files, snapshots among them, were written anew
   * @param inUse tenants whose file another program has open
   * @param failed what is wrong, by tenant
   */
  public record Result(int tenants, int written, List<String> inUse, Map<String, String> failed) {

    public Result {
      inUse = List.copyOf(inUse);
      failed = Map.copyOf(failed);
    }
  }

  /** Goes through all tenants once. */
  public Result run(Progress progress) {
    return Database.await(CompletableFuture.supplyAsync(() -> gone(progress), PLATFORM));
  }

  private Result gone(Progress progress) {
    List<Path> tenants = tenants();
    var inUse = new ArrayList<String>();
    var failed = new LinkedHashMap<String, String>();
    int written = 0;
    int done = 0;
    for (Path tenant : tenants) {
      String id = tenant.getFileName().toString();
      try {
        written += rekeying.rekey(database(tenant));
      } catch (InUseException served) {
        inUse.add(id);
      } catch (StorageException wrong) {
        failed.put(id, String.valueOf(wrong.getMessage()));
      }
      progress.of(++done, tenants.size());
    }
    return new Result(tenants.size(), written, inUse, failed);
  }

  private Path database(Path tenant) {
    return Databases.file(tenant.resolve(home));
  }

  private List<Path> tenants() {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(folder -> Files.exists(database(folder))).sorted().toList();
    } catch (IOException failed) {
      throw Trouble.folder(root, failed);
    }
  }

  /**
   * Tries one that was in use.
   *
   * @return whether it is done now
   */
  public boolean again(String tenant) {
    return Database.await(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                var _ = rekeying.rekey(database(root.resolve(tenant)));
                return true;
              } catch (InUseException stillServed) {
                return false;
              }
            },
            PLATFORM));
  }

  /** Whether nothing of a tenant is of an older secret any more, without opening anything. */
  public boolean isDone(String tenant) {
    Path file = database(root.resolve(tenant));
    return Rekeying.all(file).stream().noneMatch(format::isOutdated);
  }
}
