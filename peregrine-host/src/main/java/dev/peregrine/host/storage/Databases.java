package dev.peregrine.host.storage;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
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
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases of all tenants. A file is opened and migrated when it is first used, stays open
 * while it is in use, and is closed when it was idle for a while or too many others are open.
 */
public final class Databases implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Databases.class);

  /** How soon a newer secret is noticed for files that stay open. */
  private static final Duration REKEY_EVERY = Duration.ofSeconds(5);

  // Work on whole files takes long; it does not keep a thread from others.
  private static final Executor PLATFORM =
      work -> Thread.ofPlatform().name("storage-file").daemon().start(work);

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
  private final FileFormat format;
  private final Limits limits;

  // Guarded by this. The eldest use comes first.
  private final Map<Path, Slot> slots = new LinkedHashMap<>(16, .75f, true);
  private final Map<Path, CompletableFuture<Void>> closing = new HashMap<>();
  private boolean closed;

  private volatile BeforeOpening beforeOpening = BeforeOpening.NOTHING;

  private static final class Slot {
    final CompletableFuture<OpenFile> file;
    final CompletableFuture<Void> unused = new CompletableFuture<>();
    int users;
    boolean leaving;
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
    this(mappers, clock, limits, FileFormat.plain());
  }

  public Databases(List<Class<?>> mappers, InstantSource clock, Limits limits, FileFormat format) {
    this(mappers, clock, limits, format, Fence.OPEN);
  }

  /**
   * @param fence says whose files this program may change at the moment
   */
  public Databases(
      List<Class<?>> mappers, InstantSource clock, Limits limits, FileFormat format, Fence fence) {
    this(mappers, clock, limits, format, fence, MigrationFiles.all());
  }

  Databases(
      List<Class<?>> mappers,
      InstantSource clock,
      Limits limits,
      FileFormat format,
      List<Migration> migrations) {
    this(mappers, clock, limits, format, Fence.OPEN, migrations);
  }

  Databases(
      List<Class<?>> mappers,
      InstantSource clock,
      Limits limits,
      FileFormat format,
      Fence fence,
      List<Migration> migrations) {
    this.limits = limits;
    this.format = format;
    this.pool =
        Executors.newFixedThreadPool(
            limits.threads(), Thread.ofPlatform().name("storage-", 0).daemon().factory());
    this.opener =
        new OpenFile.Opener(
            format,
            new Connections(limits.busyTimeout(), format),
            new Migrations(migrations, format),
            Mybatis.factory(mappers),
            clock,
            pool,
            limits,
            fence);
    this.sweeper =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("storage-sweeper").daemon().factory());
    long period = limits.idle().toMillis();
    // Runs until the sweeper is shut down.
    var _ = sweeper.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
    if (format.isAlone()) {
      long look = REKEY_EVERY.toMillis();
      var _ = sweeper.scheduleWithFixedDelay(this::rekeyOpen, look, look, TimeUnit.MILLISECONDS);
    }
  }

  /** The database of the current tenant. Its file is opened when it is first used. */
  public Database current() {
    return new Database(this, Tenant.current());
  }

  FileFormat format() {
    return format;
  }

  static Path file(Tenant tenant) {
    return file(tenant.home());
  }

  static Path file(Path home) {
    return home.resolve("data").resolve("staging.db");
  }

  CompletableFuture<Void> inSnapshots(Tenant tenant, Function<Session, ?> work) {
    return CompletableFuture.runAsync(
        () -> Migrations.snapshots(file(tenant)).forEach(copy -> opener.inCopy(copy, work)), pool);
  }

  /** Does something with a file, which stays open meanwhile. */
  <T> T using(Path file, Function<OpenFile, CompletableFuture<T>> work) {
    Slot slot = acquire(file);
    try {
      return Database.await(work.apply(slot.file.join()));
    } finally {
      release(slot);
    }
  }

  private Slot acquire(Path file) {
    Slot slot;
    synchronized (this) {
      if (closed) {
        throw new StorageException(
            "Peregrine is stopping; nothing more is stored. Start it again.", null);
      }
      slot = slots.computeIfAbsent(file, path -> new Slot(opening(path)));
      slot.users++;
      slot.usedSinceSweep = true;
      evict();
    }
    try {
      var _ = Database.await(slot.file);
      return slot;
    } catch (RuntimeException | Error failed) {
      forget(file, slot);
      throw failed;
    }
  }

  private CompletableFuture<OpenFile> opening(Path file) {
    CompletableFuture<Void> before =
        closing.getOrDefault(file, CompletableFuture.completedFuture(null));
    BeforeOpening first = beforeOpening;
    if (first == BeforeOpening.NOTHING) {
      return before.handleAsync((closedBefore, whatever) -> opener.open(file), pool);
    }
    // It may take as long as the network does; those whose files are open go on meanwhile.
    return before
        .handleAsync((closedBefore, whatever) -> prepared(first, file), PLATFORM)
        .thenApplyAsync(opener::open, pool);
  }

  private Path prepared(BeforeOpening first, Path file) {
    if (first.concerns(file)) {
      try (FileHold _ = format.hold(file, limits.busyTimeout())) {
        first.before(file);
      } catch (IOException notNow) {
        throw new StorageException(String.valueOf(notNow.getMessage()), notNow);
      }
    }
    return file;
  }

  /** Whether somebody has a file. */
  public static boolean exists(Tenant tenant) {
    return Files.exists(file(tenant));
  }

  /** Whether the file of somebody is open, here or in another program. */
  public boolean isHeld(Tenant tenant) {
    try (FileHold _ = format.hold(file(tenant), Duration.ZERO)) {
      return false;
    } catch (InUseException byAnother) {
      return true;
    }
  }

  /** Has something done before a file is opened. Before any is. */
  public void atOpening(BeforeOpening work) {
    beforeOpening = work;
  }

  /**
   * Does something while the current tenant's database is open here, so that no other program has
   * it where a file is for one alone.
   */
  public <T> T whileOpen(Supplier<T> work) {
    Tenant tenant = Tenant.current();
    return using(file(tenant), open -> open.write(session -> tenant.calling(work::get)));
  }

  private synchronized void forget(Path file, Slot slot) {
    // What could not be opened is tried again by whoever asks next.
    slots.remove(file, slot);
    release(slot);
  }

  private synchronized void release(Slot slot) {
    slot.users--;
    if (slot.leaving && slot.users == 0) {
      slot.unused.complete(null);
    }
    evict();
    notifyAll();
  }

  /**
   * Does something with the current tenant's files that needs the database closed. Who uses it ends
   * their work first; who comes meanwhile waits.
   *
   * @throws StorageException where another program has the file
   */
  public <T> T whileClosed(Supplier<T> work) {
    Tenant tenant = Tenant.current();
    Path file = file(tenant);
    return whileClosed(
        file,
        () -> {
          try (FileHold _ = format.hold(file, limits.busyTimeout())) {
            return tenant.calling(work::get);
          }
        });
  }

  private <T> T whileClosed(Path file, Supplier<T> work) {
    CompletableFuture<T> done;
    synchronized (this) {
      done = closing(file).handleAsync((closed, whatever) -> work.get(), PLATFORM);
      closing.put(file, done.handle((result, failed) -> null));
    }
    return Database.await(done);
  }

  /** Ends when the file is closed; nobody gets it any more. */
  private CompletableFuture<Void> closing(Path file) {
    Slot slot = slots.remove(file);
    if (slot == null) {
      return closing.getOrDefault(file, CompletableFuture.completedFuture(null));
    }
    slot.leaving = true;
    if (slot.users == 0) {
      slot.unused.complete(null);
    }
    return slot.unused
        .thenCombine(slot.file, (nobody, open) -> open)
        .thenAcceptAsync(OpenFile::close, pool);
  }

  /**
   * Writes those files that are open anew whose key follows from an older secret, one after the
   * other; whoever works with one waits for as long as a copy of it takes.
   */
  void rekeyOpen() {
    for (Path file : openFiles()) {
      try {
        if (format.isOutdated(file)) {
          var rekeying = new Rekeying(format, limits.busyTimeout());
          var _ = whileClosed(file, () -> rekeying.rekey(file));
        }
      } catch (StorageException later) {
        LOG.warn("A database file keeps its older key for now.", later);
      }
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

  /**
   * Closes the file of somebody once nobody uses it any more; whoever uses it again has it opened
   * again.
   */
  public void close(Tenant tenant) {
    Path file = file(tenant);
    CompletableFuture<Void> ended;
    synchronized (this) {
      awaitUsers(file);
      Slot slot = slots.get(file);
      if (slot != null) {
        close(file, slot);
      }
      ended = closing.getOrDefault(file, CompletableFuture.completedFuture(null));
    }
    Database.await(ended.exceptionally(failed -> null));
  }

  private void awaitUsers(Path file) {
    boolean interrupted = false;
    Slot slot = slots.get(file);
    while (slot != null && slot.users > 0) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
      slot = slots.get(file);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
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
