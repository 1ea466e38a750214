package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.due.DueCounts;
import dev.peregrine.host.due.DueRows;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.tenancy.Tenant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is due where the whole program is one of several nodes. */
class CloudDuesTest {

  private static final Duration AWHILE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final long began = System.nanoTime();

  /** Goes on, since nobody looks who is due where time stands still. */
  private Instant now() {
    return World.NOW.plusNanos(System.nanoTime() - began);
  }

  private Cloud node(String name, ServerAddress address) throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path home = Files.createDirectories(folder.resolve(name));
    return new Cloud(home, node(port, address), this::now);
  }

  private Map<String, String> node(int port, ServerAddress address) {
    return Map.of(
        "CLOUD_DATA_ROOT",
        folder.resolve("people").toString(),
        "CLOUD_NODE_URL",
        "http://localhost:" + port,
        "CLOUD_NODE_SECRET",
        "what the nodes of these tests know each other by",
        "PLATFORM_DB_URL",
        address.jdbc() + "?user=" + address.user() + "&password=" + address.password());
  }

  private int status(ServerAddress address, StringWriter said) {
    var environment = new HashMap<>(Cloud.environment(folder.resolve("people")));
    environment.putAll(node(1, address));
    return new CloudStatusCommand()
        .say(
            Cloud.installation(folder.resolve("command"), environment, this::now, Optional.empty()),
            new Output(new PrintWriter(said), new PrintWriter(said)));
  }

  @Test
  void theStatusSaysThatTheDatabaseIsAwayAndWhatToDo() throws Exception {
    int nobody;
    try (var socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    var said = new StringWriter();
    var away =
        ServerAddress.parse("postgresql://someone:hush@localhost:%d/platform".formatted(nobody));
    assertThat(status(away, said)).isEqualTo(ExitCode.FAILED);
    assertThat(said.toString()).contains("PLATFORM_DB_URL").doesNotContain("hush");
  }

  private static long rows(ServerAddress address, String where) {
    try {
      return TestPostgres.number(address, "SELECT count(*) FROM due WHERE " + where);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void whoIsDueIsFetchedAndWhoeverIsHereHasARowUntilTheyLeave() throws Exception {
    ServerAddress address = TestPostgres.fresh();
    Path early = folder.resolve("people").resolve(Tokens.ANN).resolve("peregrine/data");
    Files.createDirectories(early);
    Files.writeString(early.resolve("next-due"), World.NOW.toString());
    try (Cloud cloud = node("first", address)) {
      cloud.person(Tokens.BOB).get("/review");
      Deadline.until(() -> rows(address, "true") == 2, AWHILE);
      assertThat(early.resolve("next-due")).as("taken over").doesNotExist();
      TestPostgres.change(
          address,
          "UPDATE due SET execution_time = '%s' WHERE task_instance = '%s'"
              .formatted(World.NOW, Tokens.ANN));
      Deadline.until(
          () ->
              cloud.peregrine().tenants().present().stream()
                  .map(Tenant::id)
                  .anyMatch(Tokens.ANN::equals),
          AWHILE);
      Deadline.until(
          () -> rows(address, "execution_time > '%s'".formatted(World.NOW.plusSeconds(3_600))) == 2,
          AWHILE);
      DueCounts counts = DueRows.counts(cloud.mode.hosted().orElseThrow().database(), now());
      assertThat(counts.people()).isEqualTo(2);
      assertThat(counts.overdue()).isZero();
      var said = new StringWriter();
      assertThat(status(address, said)).isEqualTo(ExitCode.DONE);
      assertThat(said.toString())
          .contains("The database is there.")
          .containsPattern("http://localhost:\\d+ +lives +2 ")
          .contains("2 of 256 shards")
          .contains("2 people have something due: 0 overdue")
          .contains("No snapshots");
    }
    assertThat(status(address, new StringWriter())).as("no node lives").isEqualTo(ExitCode.FAILED);
    assertThat(rows(address, "execution_time > '%s'".formatted(World.NOW.plusSeconds(7_200))))
        .as("who leaves says when something recurs, instead of when to look for them")
        .isEqualTo(2);
  }
}
