package dev.peregrine.host.snapshots;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.storage.ServerSecrets;
import dev.peregrine.host.storage.TenantKeys;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A program with encrypted files on a disk of its own, or on another one's. */
final class Node implements AutoCloseable {

  static final String ANNA = "3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b";
  static final int KEEP = 3;

  private static final String SECRET = "a secret of tests that is long enough";

  final Tenant anna;
  final Databases databases;
  final Snapshots snapshots;
  private final Path root;
  volatile long epoch;

  Node(Path root, StoreAddress address, long epoch) {
    this(root, address, epoch, false);
  }

  Node(Path root, StoreAddress address, long epoch, boolean shared) {
    this.root = root;
    this.epoch = epoch;
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));
    var keys = new TenantKeys(root, ServerSecrets.of(SECRET));
    Path driver = Path.of("..", "sqlcipher-driver", "target", "driver");
    anna = person(ANNA);
    databases =
        new Databases(
            List.of(WordMapper.class),
            clock,
            Databases.Limits.usual(),
            FileFormat.encrypted(driver, keys));
    snapshots =
        new Snapshots(
            new Snapshots.Rules(
                address, shared, KEEP, "test", user -> 7, tenant -> this.epoch, user -> false),
            databases,
            keys,
            clock);
    databases.atOpening(snapshots);
  }

  Tenant person(String id) {
    return new Tenant(id, root.resolve(id).resolve("peregrine"));
  }

  void says(String word) {
    int _ =
        anna.calling(
            () -> databases.current().write(mappers -> mappers.of(WordMapper.class).add(word)));
  }

  List<String> words() {
    return anna.calling(
        () -> databases.current().read(mappers -> mappers.of(WordMapper.class).all()));
  }

  boolean ships() {
    return snapshots.ship(anna);
  }

  void keeps(String name, String text) {
    try {
      Path file = anna.home().resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    databases.close();
    snapshots.close();
  }
}
