package dev.peregrine.host.snapshots;

import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.Folders;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.storage.TenantKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Takes a snapshot back: fetched, held against its hash, opened, its rows counted, and only then
 * put in place. What was there is set aside.
 */
final class Kept {

  /** While it is there, the data are half the old and half the restored ones. */
  static final String UNDER_WAY = "snapshot-under-way";

  /** Below the folder of data; each restore replaces what the one before set aside. */
  static final String ASIDE = "backups/before-snapshot";

  private static final String SCRATCH = ".snapshot";

  private final Shelf shelf;
  private final DatabaseFiles files;
  private final TenantKeys keys;

  /**
   * @param files of the same keys, on which nobody works
   */
  Kept(Shelf shelf, DatabaseFiles files, TenantKeys keys) {
    this.shelf = shelf;
    this.files = files;
    this.keys = keys;
  }

  /** Whether a restore was broken off here. */
  static boolean isHalfDone(Path home) {
    return Files.exists(home.resolve("data").resolve(UNDER_WAY));
  }

  /** An empty folder for work on somebody's data, beside them, so that they have the same owner. */
  static Path scratch(Path home) throws IOException {
    Path folder = home.resolve("data").resolve(SCRATCH);
    Folders.delete(folder);
    return Files.createDirectories(folder);
  }

  Manifest manifest(String person, SnapshotId id) {
    return Manifest.read(shelf.store().read(shelf.manifest(person, id)), person, id, keys);
  }

  /**
   * Puts a snapshot in place. Nobody has the database open.
   *
   * @param newest the newest there is, of which what comes next is the successor
   */
  Manifest restore(String person, SnapshotId id, SnapshotId newest, Path home) {
    Manifest manifest = manifest(person, id);
    try {
      Path scratch = scratch(home);
      try {
        Path unpacked = fetched(manifest, scratch);
        replace(unpacked, home, new Marker(newest, ""));
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException failed) {
      throw Manifest.wrong(person, id, String.valueOf(failed.getMessage()), failed);
    }
    return manifest;
  }

  private Path fetched(Manifest manifest, Path scratch) throws IOException {
    String person = manifest.person();
    Path archive = scratch.resolve("archive");
    shelf.store().fetch(shelf.archive(person, manifest.id(), manifest.sha256()), archive);
    if (!Sha256.of(archive).equals(manifest.sha256())) {
      throw new IOException("its hash is another than its manifest says");
    }
    Path unpacked = scratch.resolve("unpacked");
    new Archive(keys.code(person, Shipping.PURPOSE, manifest.secret(), person))
        .unpack(archive, unpacked);
    Files.delete(archive);
    Map<String, Long> rows;
    try {
      rows = files.counted(unpacked.resolve(Belongings.DATABASE));
    } catch (StorageException unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
    if (!rows.equals(manifest.tables())) {
      throw new IOException(
          "its tables have %d rows, its manifest says %d"
              .formatted(rows.values().stream().mapToLong(n -> n).sum(), manifest.rows()));
    }
    return unpacked;
  }

  private static void replace(Path unpacked, Path home, Marker marker) throws IOException {
    Path data = Files.createDirectories(home.resolve("data"));
    Path underWay = data.resolve(UNDER_WAY);
    if (Files.notExists(underWay)) {
      Path aside = data.resolve(ASIDE);
      Folders.delete(aside);
      Files.createFile(underWay);
      move(new Belongings(home), aside);
    } else {
      // What is there is part of what is restored; the rest was set aside before.
      move(new Belongings(home), data.resolve(SCRATCH).resolve("half"));
    }
    var restored = new Belongings(unpacked);
    move(restored, home);
    marker.write(data);
    Files.delete(underWay);
    new Marker(marker.id(), new Belongings(home).stamp()).write(data);
  }

  /** The database with its journal, and all else of which snapshots are made. */
  private static void move(Belongings from, Path to) throws IOException {
    for (Belongings.Named each : from.everything()) {
      Path target = to.resolve(each.name());
      Files.createDirectories(target.resolveSibling(""));
      Files.move(each.file(), target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what is of no more use; where that fails the next one does it. */
  static void forget(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException | UncheckedIOException later) {
      System.getLogger(Kept.class.getName())
          .log(System.Logger.Level.DEBUG, "A folder is removed later", later);
    }
  }
}
