package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.due.DueCounts;
import dev.peregrine.host.due.DueRows;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.tenancy.Tenant;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
    return new Cloud(
        home,
        Map.of(
            "CLOUD_DATA_ROOT",
            folder.resolve("people").toString(),
            "CLOUD_NODE_URL",
            "http://localhost:" + port,
            "CLOUD_NODE_SECRET",
            "what the nodes of these tests know each other by",
            "PLATFORM_DB_URL",
            address.jdbc() + "?user=" + address.user() + "&password=" + address.password()),
        this::now);
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
    }
    assertThat(rows(address, "execution_time > '%s'".formatted(World.NOW.plusSeconds(7_200))))
        .as("who leaves says when something recurs, instead of when to look for them")
        .isEqualTo(2);
  }
}
