package dev.peregrine.host.platform;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.peregrine.host.due.DueRows;
import dev.peregrine.host.nodes.Leases;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.telemetry.Telemetry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Postgres for tests: one for all of them, and one of its own for who stops it. */
public final class TestPostgres implements AutoCloseable {

  private static final AtomicInteger NAMES = new AtomicInteger();
  private static @Nullable EmbeddedPostgres shared;

  private final Path data;
  private final int port;
  private EmbeddedPostgres running;

  /** One that may be stopped. */
  public TestPostgres(Path data) throws IOException {
    this.data = data;
    this.running = begin(data, 0);
    this.port = running.getPort();
  }

  private static EmbeddedPostgres begin(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }

  public ServerAddress address() {
    return address(port, "postgres");
  }

  public void stop() throws IOException {
    running.close();
  }

  public void startAgain() throws IOException {
    running = begin(data, port);
  }

  @Override
  public void close() throws IOException {
    running.close();
  }

  /** A fresh database on the one that all share. */
  public static synchronized ServerAddress fresh() throws Exception {
    EmbeddedPostgres server = shared;
    if (server == null) {
      server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
      shared = server;
    }
    String name = "t" + NAMES.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return address(server.getPort(), name);
  }

  private static ServerAddress address(int port, String name) {
    return ServerAddress.parse(
        "postgresql://postgres:postgres@localhost:%d/%s".formatted(port, name));
  }

  /** Everything of the platform over it; not started. */
  public static ServerDatabase database(ServerAddress address, InstantSource clock) {
    return new ServerDatabase(
        address,
        "platform",
        Stream.of(Telemetry.mappers(), Standings.mappers(), Leases.mappers(), DueRows.mappers())
            .flatMap(List::stream)
            .toList(),
        clock);
  }

  /** Looks until it is back; the pool takes some seconds to try again. */
  public static void awaitBack(ServerDatabase database) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          while (database.awaySince().isPresent()) {
            database.look();
          }
        });
  }

  /** Asks past the program. */
  public static long number(ServerAddress address, String sql) throws SQLException {
    try (Connection connection =
            java.sql.DriverManager.getConnection(
                address.jdbc(), address.user(), address.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Changes past the program. */
  public static void change(ServerAddress address, String sql) throws SQLException {
    try (Connection connection =
            java.sql.DriverManager.getConnection(
                address.jdbc(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
