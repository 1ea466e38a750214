package dev.peregrine.host.snapshots;

import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.TenantKeys;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Makes a snapshot of somebody and keeps it. The database is copied while it is worked with; its
 * copy comes first and the other files after it, so that what it speaks of is there.
 */
final class Shipping {

  static final String PURPOSE = "archive of snapshot";

  private final Shelf shelf;
  private final Databases databases;
  private final DatabaseFiles files;
  private final TenantKeys keys;
  private final ToLongFunction<Tenant> epochs;
  private final int keep;
  private final String version;
  private final InstantSource clock;

  Shipping(
      Shelf shelf,
      Databases databases,
      TenantKeys keys,
      ToLongFunction<Tenant> epochs,
      int keep,
      String version,
      InstantSource clock) {
    this.shelf = shelf;
    this.databases = databases;
    this.files = new DatabaseFiles(clock, databases);
    this.keys = keys;
    this.epochs = epochs;
    this.keep = keep;
    this.version = version;
    this.clock = clock;
  }

  /** What became of it. */
  enum Outcome {
    /** It is kept. */
    SHIPPED,
    /** Nothing was changed since the last one. */
    UNCHANGED,
    /** Nobody was here yet. */
    NOBODY
  }

  /**
   * Ships the current tenant's data where they changed.
   *
   * @throws StoreAwayException where the store is away
   * @throws SnapshotException where another program ships the same person
   * @throws dev.peregrine.host.storage.StorageException where the database cannot be read, or is
   *     another node's meanwhile
   */
  Outcome ship() {
    Tenant tenant = Tenant.current();
    Path database = tenant.home().resolve(Belongings.DATABASE);
    if (Files.notExists(database)) {
      return Outcome.NOBODY;
    }
    var belongings = new Belongings(tenant.home());
    String stamp = belongings.stamp();
    Marker before = Marker.of(tenant.data());
    if (before.stamp().equals(stamp)) {
      return Outcome.UNCHANGED;
    }
    try {
      Path scratch = Kept.scratch(tenant.home());
      try {
        SnapshotId id = begun(tenant);
        made(tenant, id, scratch);
        // What was changed while it was copied is found by the next look.
        done(tenant, new Marker(id, stamp));
        shelf.tidy(tenant.id(), id, keep);
        return Outcome.SHIPPED;
      } finally {
        Kept.forget(scratch);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The number of the next one, noted while nobody else can have the database open. */
  private SnapshotId begun(Tenant tenant) {
    long epoch = epochs.applyAsLong(tenant);
    return databases.whileOpen(
        () -> {
          SnapshotId last = Marker.of(tenant.data()).id();
          if (last.epoch() > epoch) {
            throw new SnapshotException(
                "Newer data of %s are here than this program may ship (epoch %d, not %d)."
                    .formatted(tenant.id(), last.epoch(), epoch),
                null);
          }
          var next = new SnapshotId(epoch, last.epoch() == epoch ? last.sequence() + 1 : 1);
          new Marker(next, "").write(tenant.data());
          return next;
        });
  }

  private void made(Tenant tenant, SnapshotId id, Path scratch) throws IOException {
    Path copy = scratch.resolve("database");
    int _ = files.copy(tenant.home().resolve(Belongings.DATABASE), copy);
    Map<String, Long> tables = files.counted(copy);
    Path archive = scratch.resolve("archive");
    int secret = keys.newest();
    int others =
        new Archive(keys.code(tenant.id(), PURPOSE, secret, tenant.id()))
            .pack(copy, new Belongings(tenant.home()).files(), archive);
    String sha256 = Sha256.of(archive);
    var manifest =
        new Manifest(
            Manifest.FORMAT,
            tenant.id(),
            id.epoch(),
            id.sequence(),
            clock.instant(),
            version,
            secret,
            sha256,
            Files.size(archive),
            tables,
            others);
    shelf.store().put(shelf.archive(tenant.id(), id, sha256), archive);
    if (epochs.applyAsLong(tenant) != id.epoch()) {
      throw new SnapshotException(
          "%s was taken over by another node meanwhile; its own snapshots count."
              .formatted(tenant.id()),
          null);
    }
    if (!shelf.store().putNew(shelf.manifest(tenant.id(), id), manifest.signed(keys))) {
      taken(tenant, id);
    }
  }

  /** Somebody else kept one under that number; the next try goes on after theirs. */
  private void taken(Tenant tenant, SnapshotId id) {
    SnapshotId newest =
        shelf.snapshots(tenant.id()).stream()
            .filter(each -> each.epoch() == id.epoch())
            .findFirst()
            .orElse(id);
    done(tenant, new Marker(newest, ""));
    throw new SnapshotException(
        "Snapshot %s of %s is there already; it is tried again under another number. If this is said often, two services ship to one place: give each a CLOUD_SNAPSHOT_S3_PREFIX of its own."
            .formatted(id, tenant.id()),
        null);
  }

  private void done(Tenant tenant, Marker marker) {
    var _ =
        databases.whileOpen(
            () -> {
              boolean mine = Marker.of(tenant.data()).id().compareTo(marker.id()) <= 0;
              if (mine) {
                marker.write(tenant.data());
              }
              return mine;
            });
  }
}
