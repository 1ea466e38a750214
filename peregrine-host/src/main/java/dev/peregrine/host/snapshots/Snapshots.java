package dev.peregrine.host.snapshots;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.storage.BeforeOpening;
import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.storage.TenantKeys;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots of all people: made of who changed something, and taken back before a database is
 * opened whose copy here is missing or older than what is kept.
 *
 * <p><b>Threads:</b> any; for one person one thing at a time is done.
 */
public final class Snapshots implements BeforeOpening, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final int LOCKS = 64;
  private static final int UNKNOWN = 10_000;
  private static final Duration STILL_UNKNOWN = Duration.ofMinutes(1);

  /** Whose snapshots they are and what is done with them. */
  public record Rules(
      StoreAddress address,
      boolean shared,
      int keep,
      String version,
      ToIntFunction<String> shards,
      ToLongFunction<Tenant> epochs,
      Predicate<String> going) {

    /**
     * @param shared whether all nodes have the same disk, so that what is here is always the newest
     * @param keep how many of each person stay
     * @param version of this program
     * @param shards to which part of all people somebody belongs, for ever
     * @param epochs under which this program has somebody; throws where it has not
     * @param going who is being deleted
     */
    public Rules {
      if (keep < 1) {
        throw new IllegalArgumentException(
            "Snapshots kept: %d, expected 1 or more".formatted(keep));
      }
    }
  }

  private final Rules rules;
  private final InstantSource clock;
  private final ObjectStore store;
  private final Shelf shelf;
  private final Kept kept;
  private final Shipping shipping;

  /** Who was looked for in vain and when; guarded by itself. */
  private final Map<String, Long> unknown =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > UNKNOWN;
        }
      };

  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

  /**
   * @param databases that are encrypted with the same keys
   */
  public Snapshots(Rules rules, Databases databases, TenantKeys keys, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
    this.store = new ObjectStore(rules.address());
    this.shelf = new Shelf(store, rules.shards());
    this.kept = new Kept(shelf, new DatabaseFiles(clock, databases), keys);
    this.shipping =
        new Shipping(shelf, databases, keys, rules.epochs(), rules.keep(), rules.version(), clock);
  }

  /**
   * Ships somebody's data where they changed.
   *
   * @return whether anything was shipped
   * @throws SnapshotException where it could not be; it is to be tried again
   */
  public boolean ship(Tenant tenant) {
    return locked(
        tenant.id(),
        () ->
            !rules.going().test(tenant.id())
                && tenant.calling(shipping::ship) == Shipping.Outcome.SHIPPED);
  }

  /** Whether somebody has data here that were changed since they were shipped last. */
  public boolean isChanged(Tenant tenant) {
    return Files.exists(tenant.home().resolve(Belongings.DATABASE))
        && !Marker.of(tenant.data()).stamp().equals(new Belongings(tenant.home()).stamp());
  }

  /** Under which epoch somebody's data here were opened last; empty where they never were. */
  public static Optional<Long> lastEpoch(Tenant tenant) {
    return Marker.find(tenant.data()).map(marker -> marker.id().epoch());
  }

  /** Whether somebody is this program's at the moment. */
  boolean mayShip(Tenant tenant) {
    try {
      return rules.epochs().applyAsLong(tenant) > 0;
    } catch (StorageException anothers) {
      return false;
    }
  }

  private <T> T locked(String person, Supplier<T> work) {
    Lock lock = locks.get(Math.floorMod(person.hashCode(), LOCKS));
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean concerns(Path file) {
    Tenant tenant = tenant(file);
    return Files.notExists(file)
        || Kept.isHalfDone(tenant.home())
        || Marker.of(tenant.data()).id().epoch() != rules.epochs().applyAsLong(tenant);
  }

  private static Tenant tenant(Path file) {
    Path home = file.resolveSibling("..").normalize();
    return new Tenant(home.resolveSibling("").getFileName().toString(), home);
  }

  @Override
  public void before(Path file) throws IOException {
    Tenant tenant = tenant(file);
    try {
      tenant.run(() -> before(tenant, file));
    } catch (SnapshotException | UncheckedIOException cannot) {
      LOG.error("The data of {} cannot be brought here: {}", tenant.id(), cannot.getMessage());
      throw new IOException(tenant.calling(() -> t("snapshots.not-now")), cannot);
    }
  }

  private void before(Tenant tenant, Path file) {
    long epoch = rules.epochs().applyAsLong(tenant);
    SnapshotId here = Marker.of(tenant.data()).id();
    boolean whole = Files.exists(file) && !Kept.isHalfDone(tenant.home());
    // Nobody had them between then and now: what is here is the newest there is.
    boolean newest = rules.shared() || here.epoch() >= epoch - 1;
    if (!whole || !newest) {
      shelf.snapshots(tenant.id()).stream()
          .findFirst()
          .filter(id -> !whole || id.compareTo(here) > 0)
          .ifPresent(id -> bring(tenant, id));
    }
    Marker now = Marker.of(tenant.data());
    if (now.id().epoch() < epoch) {
      new Marker(new SnapshotId(epoch, 0), now.stamp()).write(tenant.data());
    }
  }

  private void bring(Tenant tenant, SnapshotId id) {
    Manifest got = kept.restore(tenant.id(), id, id, tenant.home());
    LOG.info(
        "Snapshot {} of {} was brought here: {} rows, {} bytes, made {}.",
        id,
        tenant.id(),
        got.rows(),
        got.bytes(),
        got.made());
  }

  /** Everybody of whom something is kept. */
  public List<String> people() {
    return shelf.people();
  }

  /**
   * Whether something is kept of somebody. Who asks again and again of one of whom nothing is has
   * the store asked once a minute.
   */
  public boolean knows(String person) {
    long now = clock.instant().toEpochMilli();
    synchronized (unknown) {
      Long asked = unknown.get(person);
      if (asked != null && now - asked < STILL_UNKNOWN.toMillis()) {
        return false;
      }
    }
    try {
      if (!shelf.snapshots(person).isEmpty()) {
        return true;
      }
    } catch (StoreAwayException away) {
      LOG.warn("Whether something is kept of {} is not known: {}", person, away.getMessage());
      return false;
    }
    synchronized (unknown) {
      unknown.put(person, now);
    }
    return false;
  }

  /** The snapshots of somebody, the newest first. */
  public List<SnapshotId> of(String person) {
    return shelf.snapshots(person);
  }

  /**
   * What a restore brought.
   *
   * @param made when the snapshot was
   * @param rows in all tables
   * @param files beside the database
   */
  public record Restored(
      SnapshotId id, Instant made, long bytes, int tables, long rows, int files) {}

  /**
   * Puts somebody's snapshot in a place where nobody has the database open; what was there is set
   * aside.
   *
   * @param older how many newer ones are passed over
   * @throws SnapshotException where there is none, or it is not what its manifest says
   */
  public Restored restore(Tenant tenant, int older) {
    List<SnapshotId> all = shelf.snapshots(tenant.id());
    if (all.size() <= older) {
      throw new SnapshotException(
          "Of %s %d snapshots are kept.".formatted(tenant.id(), all.size()), null);
    }
    Manifest got =
        tenant.calling(
            () -> kept.restore(tenant.id(), all.get(older), all.getFirst(), tenant.home()));
    return new Restored(
        got.id(), got.made(), got.bytes(), got.tables().size(), got.rows(), got.files());
  }

  /**
   * What is kept of somebody.
   *
   * @param hashes of the archives
   */
  public record Held(int archives, long bytes, List<String> hashes) {

    public Held {
      hashes = List.copyOf(hashes);
    }
  }

  /** What is kept of somebody, complete or not. */
  public Held held(String person) {
    List<Shelf.Item> archives =
        shelf.of(person).stream().filter(item -> !item.isManifest()).toList();
    return new Held(
        archives.size(),
        archives.stream().mapToLong(Shelf.Item::bytes).sum(),
        archives.stream().flatMap(item -> item.sha256().stream()).sorted().toList());
  }

  /** Deletes everything that is kept of somebody. */
  public void delete(String person) {
    boolean _ =
        locked(
            person,
            () -> {
              shelf.clear(person);
              return true;
            });
  }

  @Override
  public void close() {
    store.close();
  }
}
