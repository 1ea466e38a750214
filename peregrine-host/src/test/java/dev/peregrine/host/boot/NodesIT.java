package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peregrine.host.nodes.Shards;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.ServerAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three programs over one folder and one Postgres, with a real Caddy in front and people who write
 * all the time: one is killed, one is frozen for longer than it may be silent, one is stopped.
 */
class NodesIT {

  private static final int NODES = 3;
  private static final Duration MOST = Duration.ofSeconds(30);
  private static final String PROXY = "a secret of the server in front of it all";

  @TempDir Path folder;
  private TestPostgres postgres;
  private ServerAddress address;
  private final List<NodeProcess> nodes = new ArrayList<>();
  private Optional<NodeProcess> front = Optional.empty();
  private final List<NodeVisitor> people = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    Optional<Path> caddy = FrontIT.caddy();
    assumeTrue(
        caddy.isPresent(),
        "Caddy is not installed (Debian: apt-get install caddy), so several nodes behind it were"
            + " not tried.");
    postgres = new TestPostgres(folder.resolve("pg"));
    address = postgres.address();
    Path install =
        Cloud.installation(folder, Map.of(), InstantSource.system(), Optional.empty()).install();
    for (int i = 0; i < NODES; i++) {
      int port = freePort();
      nodes.add(NodeProcess.node(folder.resolve("home" + i), install, port, environment(port)));
    }
    int port = freePort();
    Path file = folder.resolve("Caddyfile");
    Files.writeString(
        file,
        Files.readString(Path.of("..", "deploy", "caddy", "Caddyfile"))
            .replace("\n:8505 {", "\n:" + port + " {"));
    var to = new StringBuilder("to");
    nodes.forEach(node -> to.append(" 127.0.0.1:").append(node.port));
    front =
        Optional.of(
            NodeProcess.caddy(
                caddy.get(),
                Files.createDirectories(folder.resolve("caddy")),
                file,
                port,
                Map.of("CLOUD_UPSTREAMS", to.toString(), "CLOUD_PROXY_SECRET", PROXY)));
    for (NodeProcess node : nodes) {
      until("a node is ready", () -> NodeVisitor.isReady(node.port));
    }
    until("Caddy passes on", () -> NodeVisitor.isReady(port));
    for (int i = 0; i < 6; i++) {
      people.add(
          new NodeVisitor("3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a%02d".formatted(10 + 13 * i), port));
    }
  }

  private Map<String, String> environment(int port) {
    var environment = new HashMap<>(Cloud.environment(folder.resolve("people")));
    environment.put("CLOUD_PROXIES", "");
    environment.put("CLOUD_PROXY_SECRET", PROXY);
    environment.put("CLOUD_SESSION_SECRETS", Tokens.SECRET);
    environment.put(
        "PLATFORM_DB_URL",
        address.jdbc() + "?user=" + address.user() + "&password=" + address.password());
    environment.put("CLOUD_NODE_URL", "http://127.0.0.1:" + port);
    environment.put("CLOUD_NODE_SECRET", "a secret that only the nodes of this test know");
    environment.put("CLOUD_NODE_LEASE_SECONDS", "6");
    environment.put("CLOUD_DRAIN_SECONDS", "4");
    return environment;
  }

  @AfterEach
  void stop() throws Exception {
    people.forEach(NodeVisitor::close);
    for (NodeProcess node : nodes) {
      node.close();
    }
    if (front.isPresent()) {
      front.get().close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        fail("Two minutes went by and still not: %s%n%s".formatted(what, said()));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** What people heard last, and what the nodes said. */
  private String said() throws IOException, InterruptedException {
    var said = new StringBuilder();
    for (NodeVisitor person : people) {
      said.append(person).append('\n');
    }
    for (int i = 0; i < nodes.size(); i++) {
      said.append("Node %d%s:%n".formatted(i, nodes.get(i).isAlive() ? "" : ", which ended"));
      said.append(nodes.get(i).stacks()).append('\n');
      for (String file : List.of("output.txt", "logs/peregrine.log")) {
        Path at = folder.resolve("home" + i).resolve(file);
        if (Files.exists(at)) {
          List<String> lines = Files.readAllLines(at);
          lines.stream()
              .skip(Math.max(0, lines.size() - 60))
              .forEach(line -> said.append(line).append('\n'));
        }
      }
    }
    return said.toString();
  }

  private NodeProcess holderOf(NodeVisitor person) throws Exception {
    long port =
        TestPostgres.number(
            address,
            """
            SELECT substring(n.url from ':([0-9]+)$')::int
            FROM shard_lease l JOIN node n USING (incarnation) WHERE l.shard = %d
            """
                .formatted(Shards.of(person.user())));
    return nodes.stream().filter(node -> node.port == port).findFirst().orElseThrow();
  }

  private long epoch(NodeVisitor person) throws Exception {
    return TestPostgres.number(
        address, "SELECT epoch FROM shard_lease WHERE shard = " + Shards.of(person.user()));
  }

  private void everybodyWritesMore(String after) throws Exception {
    Map<NodeVisitor, Integer> before = new HashMap<>();
    people.forEach(person -> before.put(person, person.written().size()));
    until(
        "everybody writes " + after,
        () ->
            people.stream().allMatch(person -> person.written().size() >= before.get(person) + 5));
  }

  private Duration worst(String what) {
    Duration longest =
        people.stream().map(NodeVisitor::outage).max(Duration::compareTo).orElseThrow();
    System.out.printf(
        "%s: %d written, %d refused, nobody went unheard for longer than %d ms%n",
        what,
        people.stream().mapToInt(person -> person.written().size()).sum(),
        people.stream().mapToInt(NodeVisitor::refused).sum(),
        longest.toMillis());
    people.forEach(NodeVisitor::forgetOutage);
    return longest;
  }

  @Test
  void nothingThatWasAnsweredIsLostWhateverBecomesOfANode() throws Exception {
    for (NodeVisitor person : people) {
      person.signUp();
    }
    people.forEach(NodeVisitor::begin);
    everybodyWritesMore("at first");
    worst("At first");

    // 1. One is killed.
    NodeVisitor anna = people.getFirst();
    NodeProcess killed = holderOf(anna);
    long epoch = epoch(anna);
    killed.kill();
    everybodyWritesMore("after one was killed");
    assertThat(worst("One was killed")).isLessThan(MOST);
    assertThat(epoch(anna)).isGreaterThan(epoch);
    assertThat(holderOf(anna)).isNotSameAs(killed);

    // 2. One hears and says nothing for longer than it may.
    NodeProcess frozen = holderOf(anna);
    epoch = epoch(anna);
    frozen.freeze();
    long now = epoch;
    until("somebody else took over", () -> epoch(anna) > now);
    NodeProcess other = holderOf(anna);
    assertThat(other).isNotSameAs(frozen);
    frozen.wake();
    everybodyWritesMore("after one was frozen");
    assertThat(worst("One was frozen")).isLessThan(MOST);
    assertThat(holderOf(anna)).as("who woke has taken nothing back").isSameAs(other);
    assertThat(epoch(anna)).isEqualTo(epoch + 1);
    assertThat(Files.readString(folder.resolve("home" + nodes.indexOf(frozen) + "/output.txt")))
        .contains("counted as dead");

    // 3. One is asked to stop.
    NodeProcess stopped = holderOf(anna);
    assertThat(stopped.stop()).isTrue();
    everybodyWritesMore("after one was stopped");
    assertThat(worst("One was stopped")).isLessThan(MOST);

    people.forEach(NodeVisitor::end);
    for (NodeVisitor person : people) {
      assertThat(person.kept()).as("what was answered is there").containsAll(person.written());
      assertThat(person.kept()).as("nothing is there twice").doesNotHaveDuplicates();
      person.tasksNeverRanTwiceAtOnce();
    }
  }
}
