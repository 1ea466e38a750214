package dev.peregrine.host.boot;

import dev.peregrine.host.snapshots.Snapshots;
import dev.peregrine.host.storage.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Snapshots and folders as a command works on them, without a server. A command ships under the
 * epoch under which the data were opened last: they are whose they were then.
 */
record SnapshotPlace(
    CloudSettings settings, CloudFolders folders, Databases databases, Snapshots snapshots)
    implements AutoCloseable {

  private static final Databases.Limits LIMITS =
      new Databases.Limits(2, Duration.ofMinutes(5), 1, 2, Duration.ZERO);

  /** Those of the folders that the servers have. */
  static SnapshotPlace of(Installation installation) {
    return of(installation, Optional.empty());
  }

  /**
   * The same with folders elsewhere.
   *
   * @param elsewhere a whole path
   * @throws UsageException where nothing is shipped anywhere
   */
  static SnapshotPlace of(Installation installation, Optional<Path> elsewhere) {
    CloudSettings settings = CloudSettings.of(installation.environment());
    SnapshotSettings shipped =
        settings
            .snapshots()
            .orElseThrow(
                () ->
                    new UsageException(
                        "No place for snapshots is set. Set CLOUD_SNAPSHOT_S3_BUCKET and the others as its server has them; docs/snapshots.md has all of them."));
    Path root = elsewhere.orElse(settings.root());
    var databases =
        new Databases(
            List.of(), installation.clock(), LIMITS, settings.files(installation.install(), root));
    Snapshots snapshots =
        CloudSnapshots.open(
            shipped,
            settings.keys(root),
            tenant -> Snapshots.lastEpoch(tenant).orElse(1L),
            user -> false,
            installation,
            databases);
    return new SnapshotPlace(
        settings, new CloudFolders(root, new byte[] {1}), databases, snapshots);
  }

  @Override
  public void close() {
    snapshots.close();
    databases.close();
  }
}
