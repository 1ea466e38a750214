package dev.peregrine.host.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.tenancy.Tenants;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When snapshots are made by themselves. */
class RoundsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));
  private static final Duration EVERY = Duration.ofMillis(400);

  @TempDir Path folder;

  private Path status() {
    return folder.resolve("status.json");
  }

  private Rounds rounds(Node node, Tenants tenants, Duration every) {
    return new Rounds(node.snapshots, tenants, every, System::nanoTime, CLOCK, status());
  }

  private SnapshotStatus.Said said() {
    return SnapshotStatus.read(status()).orElseThrow();
  }

  @Test
  void aChangeOfWhoIsHereIsShippedWithinARound() throws Exception {
    S3Server server = S3Server.running();
    var tenants = new Tenants(CLOCK);
    try (var node =
            new Node(folder.resolve("disk"), S3Server.address(server.url(), server.bucket()), 1);
        var rounds = rounds(node, tenants, EVERY)) {
      node.says("first");
      tenants.arrive(node.anna);
      rounds.start();
      Deadline.until(() -> node.snapshots.of(Node.ANNA).size() == 1, Duration.ofSeconds(60));
      long longest = 0;
      for (int i = 0; i < 5; i++) {
        long began = System.nanoTime();
        node.says("again " + i);
        long before = node.snapshots.of(Node.ANNA).getFirst().sequence();
        Deadline.until(
            () ->
                node.snapshots.of(Node.ANNA).getFirst().sequence() > before
                    || !node.snapshots.isChanged(node.anna),
            Duration.ofSeconds(60));
        longest = Math.max(longest, System.nanoTime() - began);
      }
      System.out.printf(
          "A round of %d ms: a change was shipped after %d ms at most.%n",
          EVERY.toMillis(), Duration.ofNanos(longest).toMillis());
      Deadline.until(() -> said().last() != null && said().failingSince() == null);
    }
  }

  @Test
  void whoLeavesIsShippedAtOnceAndSoIsEverybodyAtTheEnd() throws Exception {
    S3Server server = S3Server.running();
    var tenants = new Tenants(CLOCK);
    Duration never = Duration.ofDays(1);
    try (var node =
            new Node(folder.resolve("disk"), S3Server.address(server.url(), server.bucket()), 1);
        var rounds = rounds(node, tenants, never)) {
      node.says("first");
      tenants.arrive(node.anna);
      tenants.leave(node.anna);
      assertThat(node.snapshots.of(Node.ANNA)).hasSize(1);
      tenants.arrive(node.anna);
      node.says("last");
      rounds.finish(Duration.ofMinutes(1));
      assertThat(node.snapshots.of(Node.ANNA)).hasSize(2);
      assertThat(node.snapshots.isChanged(node.anna)).isFalse();
    }
  }

  @Test
  void whileTheStoreIsAwayNobodyNoticesAndWhatWaitsIsShippedWhenItIsBack() throws Exception {
    S3Server server = S3Server.running();
    URI url = server.url();
    String bucket = "late-" + System.nanoTime();
    var tenants = new Tenants(CLOCK);
    try (var node = new Node(folder.resolve("disk"), S3Server.address(url, bucket), 5, true);
        var rounds = rounds(node, tenants, EVERY)) {
      // Was here before, so that nothing is asked before the file is opened.
      Files.createDirectories(node.anna.data());
      new Marker(new SnapshotId(5, 0), "").write(node.anna.data());
      Files.createFile(node.anna.data().resolve("staging.db"));
      node.says("meanwhile");
      tenants.arrive(node.anna);
      rounds.start();
      Deadline.until(() -> Files.exists(status()) && said().failingSince() != null);
      assertThat(said().why()).contains("NoSuchBucket").doesNotContain("secret\"");
      // Nobody waits while it is being tried.
      Deadline.until(() -> said().line().contains("none can be shipped, 1 people wait"));
      node.says("still at work");
      tenants.leave(node.anna);
      assertThat(server.send("PUT", "/" + bucket, "")).isEqualTo(200);
      Deadline.until(() -> !node.snapshots.isChanged(node.anna), Duration.ofSeconds(60));
      Deadline.until(() -> said().failingSince() == null && said().waiting() == 0);
    }
    try (var other = new Node(folder.resolve("other"), S3Server.address(url, bucket), 6)) {
      assertThat(other.words()).isEqualTo(List.of("meanwhile", "still at work"));
    }
  }

  @Test
  void whomAKillLeftUnshippedIsTakenUp() throws Exception {
    S3Server server = S3Server.running();
    StoreAddress address = S3Server.address(server.url(), server.bucket());
    try (var killed = new Node(folder.resolve("disk"), address, 1)) {
      killed.says("unshipped");
    }
    var tenants = new Tenants(CLOCK);
    try (var node = new Node(folder.resolve("disk"), address, 1);
        var rounds = rounds(node, tenants, EVERY)) {
      rounds.takeUp(node.anna);
      rounds.start();
      Deadline.until(() -> node.snapshots.of(Node.ANNA).size() == 1, Duration.ofSeconds(60));
    }
  }
}
