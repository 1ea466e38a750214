package dev.peregrine.host.snapshots;

import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ships those who are here again and again, each at a moment of their own, and whoever leaves. What
 * cannot be shipped waits; nobody who works with Peregrine waits for that.
 */
public final class Rounds implements AutoCloseable {

  /** A file beside the database by which a command asks the program that has it open. */
  public static final String ASKED = "snapshot-asked";

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int AT_ONCE = 4;
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  private final Snapshots snapshots;
  private final Tenants tenants;
  private final Duration every;
  private final Duration rest;
  private final LongSupplier nanos;
  private final SnapshotStatus status;
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("snapshot-beat").daemon().factory());
  private final ExecutorService ships =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().name("snapshot-", 0).daemon().factory());

  // The beat's alone.
  private final Map<Tenant, Long> seen = new HashMap<>();

  private final Set<Tenant> queued = ConcurrentHashMap.newKeySet();
  private final Set<Tenant> waiting = ConcurrentHashMap.newKeySet();
  private volatile long restUntil;

  /**
   * @param every how long a change waits at most until it is shipped
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   * @param status the file in which it is said how it goes
   */
  public Rounds(
      Snapshots snapshots,
      Tenants tenants,
      Duration every,
      LongSupplier nanos,
      InstantSource clock,
      Path status) {
    this.snapshots = snapshots;
    this.tenants = tenants;
    this.every = every;
    this.rest = every.compareTo(LONGEST_REST) < 0 ? every : LONGEST_REST;
    this.nanos = nanos;
    this.status = new SnapshotStatus(status, clock);
    this.restUntil = nanos.getAsLong();
    tenants.atLeaving(this::left);
  }

  /** Begins to look now and then. */
  public void start() {
    long look = Math.clamp(every.toMillis() / 20, 50, 2_000);
    // Runs until it is closed.
    var _ = beat.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
  }

  /** Has somebody shipped whose changes a kill left here, where this program may. */
  public void takeUp(Tenant tenant) {
    try {
      if (snapshots.isChanged(tenant) && snapshots.mayShip(tenant)) {
        waiting.add(tenant);
      }
    } catch (UncheckedIOException unreadable) {
      LOG.warn("Whether {} changed something is not known", tenant.id(), unreadable);
    }
  }

  private void look() {
    try {
      boolean rests = nanos.getAsLong() - restUntil < 0;
      for (Tenant tenant : tenants.present()) {
        if (isAsked(tenant) || isTime(tenant) && !rests) {
          queue(tenant);
        }
      }
      if (!rests) {
        waiting.forEach(this::queue);
      }
      seen.keySet().retainAll(Set.copyOf(tenants.present()));
      status.say(waiting.size());
    } catch (RuntimeException odd) {
      LOG.warn("Who is to be shipped could not be looked at", odd);
    }
  }

  /** Each person has a moment of their own within the time between two rounds. */
  private boolean isTime(Tenant tenant) {
    long period = every.toNanos();
    long offset = Math.floorMod(tenant.id().hashCode() * 0x9E3779B97F4A7C15L, period);
    long round = Math.floorDiv(nanos.getAsLong() + offset, period);
    Long before = seen.put(tenant, round);
    return before != null && before != round;
  }

  private static boolean isAsked(Tenant tenant) {
    return Files.exists(tenant.data().resolve(ASKED));
  }

  private void queue(Tenant tenant) {
    if (queued.add(tenant)) {
      ships.execute(
          () -> {
            queued.remove(tenant);
            ship(tenant);
          });
    }
  }

  /** The last moment at which this program has somebody for sure: it is waited for. */
  private void left(Tenant tenant) {
    if (nanos.getAsLong() - restUntil < 0) {
      waiting.add(tenant);
    } else {
      ship(tenant);
    }
  }

  private void ship(Tenant tenant) {
    // Before it begins: who leaves meanwhile with a later change waits for another one.
    waiting.remove(tenant);
    try {
      boolean shipped = snapshots.ship(tenant);
      Files.deleteIfExists(tenant.data().resolve(ASKED));
      status.went(shipped);
    } catch (StoreAwayException away) {
      waiting.add(tenant);
      restUntil = nanos.getAsLong() + rest.toNanos();
      status.failed(String.valueOf(away.getMessage()));
    } catch (SnapshotException | UncheckedIOException | IOException wrong) {
      waiting.add(tenant);
      restUntil = nanos.getAsLong() + rest.toNanos();
      status.failed(String.valueOf(wrong.getMessage()));
      LOG.warn("No snapshot of {} was made.", tenant.id(), wrong);
    } catch (StorageException notHere) {
      // Another node's meanwhile, a full disk, or a file that its owner is told of.
      LOG.warn("No snapshot of {} was made: {}", tenant.id(), notHere.getMessage());
    }
  }

  /** Ships everybody who is here and changed something, for as long as it takes, up to a limit. */
  public void finish(Duration limit) throws InterruptedException {
    if (ships.isShutdown()) {
      return;
    }
    beat.shutdownNow();
    boolean _ = beat.awaitTermination(1, TimeUnit.SECONDS);
    tenants.present().forEach(this::queue);
    waiting.forEach(this::queue);
    ships.shutdown();
    if (!ships.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Not everybody was shipped before the end; the data are on the disk.");
    }
    status.say(waiting.size());
  }

  @Override
  public void close() {
    beat.shutdownNow();
    ships.shutdownNow();
    snapshots.close();
  }
}
