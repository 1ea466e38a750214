package dev.peregrine.host.storage;

import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The databases of all tenants. A file is opened and migrated when it is first used, stays open
 * while it is in use, and is closed when it was idle for a while or too many others are open.
 */
public final class Databases implements AutoCloseable {

  /**
   * How much is kept open.
   *
   * @param openFiles files kept open while nobody uses them
   * @param idle how long, at least, an unused file stays open
   * @param readers reading connections a file
   * @param threads platform threads for all files together
   * @param busyTimeout how long to wait for another program that holds a file
   */
  public record Limits(
      int openFiles, Duration idle, int readers, int threads, Duration busyTimeout) {

    /** Two readers a file, and what a small machine bears. */
    public static Limits usual() {
      return new Limits(
          200,
          Duration.ofMinutes(5),
          2,
          Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
          Duration.ofSeconds(5));
    }
  }

  private final ExecutorService pool;
  private final ScheduledExecutorService sweeper;
  private final OpenFile.Opener opener;
  private final Limits limits;

  // Guarded by this. The eldest use comes first.
  private final Map<Path, Slot> slots = new LinkedHashMap<>(16, .75f, true);
  private final Map<Path, CompletableFuture<Void>> closing = new HashMap<>();
  private boolean closed;

  private static final class Slot {
    final CompletableFuture<OpenFile> file;
    int users;
    boolean usedSinceSweep = true;

    Slot(CompletableFuture<OpenFile> file) {
      this.file = file;
    }
  }

  /**
   * @param mappers the MyBatis mappers of all owners of tables
   */
  public Databases(List<Class<?>> mappers, InstantSource clock) {
    this(mappers, clock, Limits.usual());
  }

  public Databases(List<Class<?>> mappers, InstantSource clock, Limits limits) {
    this(mappers, clock, limits, MigrationFiles.all());
  }

  Databases(
      List<Class<?>> mappers, InstantSource clock, Limits limits, List<Migration> migrations) {
    this.limits = limits;
    this.pool =
        Executors.newFixedThreadPool(
            limits.threads(), Thread.ofPlatform().name("storage-", 0).daemon().factory());
    this.opener =
        new OpenFile.Opener(
            new Connections(limits.busyTimeout()),
            new Migrations(migrations),
            Mybatis.factory(mappers),
            clock,
            pool,
            limits.readers());
    this.sweeper =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("storage-sweeper").daemon().factory());
    long period = limits.idle().toMillis();
    // Runs until the sweeper is shut down.
    var _ = sweeper.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
  }

  /** The database of the current tenant. Its file is opened when it is first used. */
  public Database current() {
    return new Database(this, Tenant.current());
  }

  static Path file(Tenant tenant) {
    return tenant.data().resolve("staging.db");
  }

  CompletableFuture<Void> inSnapshots(Tenant tenant, Function<Session, ?> work) {
    return CompletableFuture.runAsync(
        () -> Migrations.snapshots(file(tenant)).forEach(copy -> opener.inCopy(copy, work)), pool);
  }

  OpenFile acquire(Tenant tenant) {
    Slot slot;
    synchronized (this) {
      if (closed) {
        throw new StorageException(
            "Peregrine is stopping; nothing more is stored. Start it again.", null);
      }
      slot = slots.computeIfAbsent(file(tenant), path -> new Slot(opening(path)));
      slot.users++;
      slot.usedSinceSweep = true;
      evict();
    }
    try {
      return Database.await(slot.file);
    } catch (RuntimeException | Error failed) {
      forget(file(tenant), slot);
      throw failed;
    }
  }

  private CompletableFuture<OpenFile> opening(Path file) {
    return closing
        .getOrDefault(file, CompletableFuture.completedFuture(null))
        .handleAsync((closedBefore, whatever) -> opener.open(file), pool);
  }

  private synchronized void forget(Path file, Slot slot) {
    slot.users--;
    // What could not be opened is tried again by whoever asks next.
    slots.remove(file, slot);
    notifyAll();
  }

  synchronized void release(Tenant tenant) {
    Slot slot = slots.get(file(tenant));
    if (slot != null) {
      slot.users--;
      evict();
      notifyAll();
    }
  }

  private void evict() {
    int tooMany = slots.size() - limits.openFiles();
    if (tooMany <= 0) {
      return;
    }
    for (Map.Entry<Path, Slot> entry : List.copyOf(slots.entrySet())) {
      if (tooMany > 0 && entry.getValue().users == 0) {
        close(entry.getKey(), entry.getValue());
        tooMany--;
      }
    }
  }

  private synchronized void sweep() {
    var unused = new HashMap<Path, Slot>();
    slots.forEach(
        (file, slot) -> {
          if (slot.users == 0 && !slot.usedSinceSweep) {
            unused.put(file, slot);
          }
          slot.usedSinceSweep = false;
        });
    unused.forEach(this::close);
  }

  private void close(Path file, Slot slot) {
    slots.remove(file);
    closing.values().removeIf(CompletableFuture::isDone);
    closing.put(file, slot.file.thenAcceptAsync(OpenFile::close, pool));
  }

  synchronized Set<Path> openFiles() {
    return Set.copyOf(slots.keySet());
  }

  /** Waits until nobody uses a file any more, closes all and takes no more work. */
  @Override
  public void close() {
    List<CompletableFuture<Void>> last;
    synchronized (this) {
      closed = true;
      awaitUsers();
      Map.copyOf(slots).forEach(this::close);
      last = new ArrayList<>(closing.values());
    }
    sweeper.shutdownNow();
    for (CompletableFuture<Void> each : last) {
      Database.await(each.exceptionally(failed -> null));
    }
    pool.shutdown();
  }

  private void awaitUsers() {
    boolean interrupted = false;
    while (slots.values().stream().anyMatch(slot -> slot.users > 0)) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
