package dev.peregrine.host.boot;

import dev.peregrine.host.nodes.Shards;
import dev.peregrine.host.platform.Elsewhere;
import dev.peregrine.host.platform.ErasureProof;
import dev.peregrine.host.snapshots.Rounds;
import dev.peregrine.host.snapshots.Snapshots;
import dev.peregrine.host.storage.BeforeOpening;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.TenantKeys;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshots of a Peregrine for many, from its start to its end. */
final class CloudSnapshots implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CloudSnapshots.class);

  /** Less than who stops it waits until it is killed. */
  private static final Duration AT_THE_END = Duration.ofSeconds(15);

  private final SnapshotSettings settings;
  private final CloudFolders folders;
  private final Snapshots snapshots;
  private final Rounds rounds;

  CloudSnapshots(
      SnapshotSettings settings,
      CloudFolders folders,
      TenantKeys keys,
      ToLongFunction<Tenant> epochs,
      Optional<Hosted> hosted,
      Installation installation,
      Databases databases,
      Tenants tenants) {
    this.settings = settings;
    this.folders = folders;
    Predicate<String> going =
        user -> hosted.filter(platform -> platform.erasures().isGoing(user)).isPresent();
    snapshots = open(settings, keys, epochs, going, installation, databases);
    rounds =
        new Rounds(
            snapshots,
            tenants,
            settings.every(),
            System::nanoTime,
            installation.clock(),
            status(installation));
    databases.atOpening(snapshots);
    hosted.ifPresent(platform -> platform.erasures().alsoIn(new Objects(snapshots)));
  }

  static Snapshots open(
      SnapshotSettings settings,
      TenantKeys keys,
      ToLongFunction<Tenant> epochs,
      Predicate<String> going,
      Installation installation,
      Databases databases) {
    return new Snapshots(
        new Snapshots.Rules(
            settings.address(),
            settings.shared(),
            settings.keep(),
            Version.text(),
            Shards::of,
            epochs,
            going),
        databases,
        keys,
        installation.clock());
  }

  /** Where the program says how it goes. */
  static Path status(Installation installation) {
    return installation.home().resolve("data").resolve("snapshots.json");
  }

  /** What is looked at before a database is opened. */
  BeforeOpening beforeOpening() {
    return snapshots;
  }

  /** Whether something is kept of somebody who has no folder here. */
  boolean knows(Tenant tenant) {
    return snapshots.knows(tenant.id());
  }

  /** From now on it is shipped, first what a kill left. */
  void begin() {
    rounds.start();
    Thread.ofPlatform()
        .name("snapshot-left")
        .daemon()
        .start(
            () -> {
              try {
                folders.forEach(rounds::takeUp);
              } catch (RuntimeException unreadable) {
                LOG.warn("Whose data a kill left unshipped is not known", unreadable);
              }
            });
  }

  /** The last chance while databases are open. */
  void finish() {
    try {
      rounds.finish(AT_THE_END);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    rounds.close();
  }

  /** What an erasure deletes elsewhere. */
  private record Objects(Snapshots snapshots) implements Elsewhere {

    @Override
    public Optional<ErasureProof.Part> counted(String user) {
      Snapshots.Held held = snapshots.held(user);
      return held.archives() == 0
          ? Optional.empty()
          : Optional.of(
              ErasureProof.Part.of("snapshots", held.archives(), held.bytes(), held.hashes()));
    }

    @Override
    public void delete(String user) {
      snapshots.delete(user);
    }
  }
}
