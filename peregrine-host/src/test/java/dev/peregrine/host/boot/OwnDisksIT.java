package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.nodes.Shards;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.snapshots.Rounds;
import dev.peregrine.host.snapshots.S3Server;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.ServerAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes with a disk each, one Postgres and one object store. Node A is a program of its own,
 * which is stopped and killed; B lives with the test.
 */
class OwnDisksIT {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final String NODES = "a secret that only the nodes of this test know";

  @TempDir Path folder;
  private ServerAddress address;
  private S3Server store;
  private String bucket;
  private int portOfA;
  private NodeProcess a;
  private Cloud b;

  @BeforeEach
  void start() throws Exception {
    address = TestPostgres.fresh();
    store = S3Server.running();
    bucket = store.bucket();
    portOfA = freePort();
    beginA();
    beginB();
    awaitA();
  }

  @AfterEach
  void stop() throws Exception {
    if (a != null) {
      a.close();
    }
    if (b != null) {
      b.close();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Map<String, String> environment(int port) {
    var environment = new HashMap<String, String>();
    environment.put("CLOUD_NODE_URL", "http://127.0.0.1:" + port);
    environment.put("CLOUD_NODE_SECRET", NODES);
    environment.put("CLOUD_NODE_LEASE_SECONDS", "6");
    environment.put(
        "PLATFORM_DB_URL",
        address.jdbc() + "?user=" + address.user() + "&password=" + address.password());
    environment.put("CLOUD_SNAPSHOT_S3_URL", store.url().toString());
    environment.put("CLOUD_SNAPSHOT_S3_BUCKET", bucket);
    environment.put("CLOUD_SNAPSHOT_S3_ACCESS_KEY", "access");
    environment.put("CLOUD_SNAPSHOT_S3_SECRET_KEY", "secret");
    // What is shipped, is shipped because the test says so, or somebody leaves.
    environment.put("CLOUD_SNAPSHOT_MINUTES", "1440");
    return environment;
  }

  private void beginA() throws IOException {
    var environment = new HashMap<>(Cloud.environment(folder.resolve("a/people")));
    environment.putAll(environment(portOfA));
    Path home = folder.resolve("a");
    Path install =
        Cloud.installation(home, Map.of(), InstantSource.system(), Optional.empty()).install();
    a = NodeProcess.node(home, install, portOfA, environment);
  }

  private void awaitA() {
    until("A is ready", () -> NodeVisitor.isReady(portOfA));
  }

  private void beginB() throws IOException {
    int port = freePort();
    b = new Cloud(folder.resolve("b"), environment(port), InstantSource.system(), port);
  }

  private static void until(String what, Callable<Boolean> condition) {
    Deadline.until(
        () -> {
          try {
            return condition.call();
          } catch (Exception failed) {
            throw new AssertionError(what, failed);
          }
        },
        LONG);
  }

  private Cloud.Person annAt(int port) {
    return Cloud.person(port, "cf_session=" + Tokens.of(Tokens.ANN, Instant.now()));
  }

  private static void writes(Cloud.Person person, String company) throws Exception {
    String before = Jsoup.parse(person.never()).select("main [name=companies]").val();
    assertThat(person.never(before + "\n" + company, person.token()).statusCode()).isEqualTo(303);
  }

  /** What she sees once a node answers her. */
  private String sees(int port) {
    var seen = new String[] {""};
    until(
        "she is answered",
        () -> {
          var answer = annAt(port).get("/settings/never");
          seen[0] = answer.body();
          return answer.statusCode() == 200;
        });
    return seen[0];
  }

  private boolean isHeldBy(int port) throws Exception {
    return TestPostgres.number(
            address,
            """
            SELECT count(*) FROM shard_lease l JOIN node n USING (incarnation)
            WHERE l.shard = %d AND n.url LIKE '%%:%d'
            """
                .formatted(Shards.of(Tokens.ANN), port))
        == 1;
  }

  private Path ofAnn(String node) {
    return folder.resolve(node).resolve("people").resolve(Tokens.ANN).resolve("peregrine");
  }

  /** As the command for it does. */
  private void hasAShip() throws Exception {
    Path asked = ofAnn("a").resolve("data").resolve(Rounds.ASKED);
    Files.createFile(asked);
    until("it is shipped", () -> Files.notExists(asked));
  }

  @Test
  void whoTakesOverHasWhatWasShippedAndAnOldDiskNeverWins() throws Exception {
    // A is stopped: B has everything, from the store.
    writes(annAt(portOfA), "Before the stop");
    assertThat(isHeldBy(portOfA)).isTrue();
    assertThat(ofAnn("b")).doesNotExist();
    assertThat(a.stop()).isTrue();
    assertThat(sees(b.port())).contains("Before the stop");
    assertThat(isHeldBy(b.port())).isTrue();

    // A comes back with its old disk: she stays where she is, and what she has there moves with
    // her when B is stopped.
    beginA();
    awaitA();
    assertThat(sees(portOfA)).contains("Before the stop");
    writes(annAt(portOfA), "While A has an old copy");
    assertThat(isHeldBy(b.port())).as("passed on").isTrue();
    b.close();
    assertThat(sees(portOfA)).contains("Before the stop", "While A has an old copy");
    assertThat(isHeldBy(portOfA)).isTrue();
    assertThat(ofAnn("a").resolve("data/backups/before-snapshot")).exists();

    // A is killed: B has what was shipped and no less.
    beginB();
    writes(annAt(portOfA), "Shipped");
    hasAShip();
    writes(annAt(portOfA), "Not shipped");
    assertThat(sees(b.port())).as("through B, too").contains("Not shipped");
    a.kill();
    assertThat(sees(b.port()))
        .contains("Before the stop", "While A has an old copy", "Shipped")
        .doesNotContain("Not shipped");
    assertThat(isHeldBy(b.port())).isTrue();
    writes(annAt(b.port()), "After the kill");

    // A comes back with what it never shipped: neither while B has her nor afterwards does it
    // count.
    beginA();
    awaitA();
    assertThat(sees(portOfA)).contains("After the kill").doesNotContain("Not shipped");
    assertThat(isHeldBy(b.port())).isTrue();
    b.close();
    assertThat(sees(portOfA))
        .contains("Before the stop", "While A has an old copy", "Shipped", "After the kill")
        .doesNotContain("Not shipped");
    assertThat(isHeldBy(portOfA)).isTrue();
    writes(annAt(portOfA), "And on it goes");
    assertThat(sees(portOfA)).contains("And on it goes", "After the kill");
  }
}
