package dev.peregrine.host.boot;

import dev.peregrine.host.snapshots.StoreAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how often copies of people's data are shipped, as the environment says it.
 *
 * @param every how long a change waits at most
 * @param keep how many of each person stay
 * @param shared whether all nodes have the same disk
 */
record SnapshotSettings(StoreAddress address, Duration every, int keep, boolean shared) {

  /** Empty where nothing is to be shipped. */
  static Optional<SnapshotSettings> of(Variables variables) {
    Optional<URI> url = variables.address("CLOUD_SNAPSHOT_S3_URL");
    Optional<String> bucket = variables.text("CLOUD_SNAPSHOT_S3_BUCKET");
    Optional<String> access = variables.text("CLOUD_SNAPSHOT_S3_ACCESS_KEY");
    Optional<String> secret = variables.text("CLOUD_SNAPSHOT_S3_SECRET_KEY");
    String region = variables.text("CLOUD_SNAPSHOT_S3_REGION").orElse("us-east-1");
    String prefix = variables.text("CLOUD_SNAPSHOT_S3_PREFIX").orElse("peregrine");
    int minutes = variables.number("CLOUD_SNAPSHOT_MINUTES", 5, 1, 24 * 60);
    int keep = variables.number("CLOUD_SNAPSHOT_KEEP", 12, 1, 1_000);
    boolean shared = variables.flag("CLOUD_DATA_SHARED");
    if (bucket.isEmpty()) {
      if (url.isPresent() || access.isPresent() || secret.isPresent()) {
        variables.wrong(
            "CLOUD_SNAPSHOT_S3_BUCKET is missing: the other CLOUD_SNAPSHOT_S3_… mean nothing without it");
      }
      return Optional.empty();
    }
    if (access.isPresent() != secret.isPresent()) {
      variables.wrong(
          "CLOUD_SNAPSHOT_S3_ACCESS_KEY and CLOUD_SNAPSHOT_S3_SECRET_KEY belong together; one of them is missing");
    }
    if (!bucket.get().matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      variables.wrong(
          "CLOUD_SNAPSHOT_S3_BUCKET: \"%s\" is no name of a bucket, expected such as peregrine-snapshots"
              .formatted(bucket.get()));
    }
    if (!prefix.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")) {
      variables.wrong(
          "CLOUD_SNAPSHOT_S3_PREFIX: \"%s\", expected letters, digits and .-_ with slashes between, such as jobs/peregrine"
              .formatted(prefix));
    }
    return Optional.of(
        new SnapshotSettings(
            new StoreAddress(
                url,
                bucket.get(),
                region,
                prefix,
                access.flatMap(name -> secret.map(key -> new StoreAddress.Keys(name, key)))),
            Duration.ofMinutes(minutes),
            keep,
            shared));
  }
}
