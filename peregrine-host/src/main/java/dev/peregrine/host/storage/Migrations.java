package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings a file to the newest schema. {@code PRAGMA user_version} says how far it is, so that the
 * check costs microseconds; each step is one transaction.
 */
final class Migrations {

  private static final String APPLIED =
      """
      CREATE TABLE IF NOT EXISTS schema_migrations (
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied INTEGER NOT NULL
      ) STRICT
      """;

  private final List<Migration> all;
  private final FileFormat format;

  Migrations(List<Migration> all, FileFormat format) {
    this.all = all;
    this.format = format;
  }

  /** Where it fails, the connection must be closed, which takes the unfinished step back. */
  void apply(Path file, Connection connection, InstantSource clock) {
    try {
      int version = version(connection);
      if (version > all.size()) {
        throw new StorageException(
            "Database file \"%s\" was written by a newer Peregrine: its schema is \"%d\", this program knows up to %d. Start the newer program, or put a backup in place that was made before the upgrade, from \"%s\"."
                .formatted(file, version, all.size(), backups(file)),
            null);
      }
      if (version > 0) {
        compare(file, connection, version);
      }
      if (version < all.size()) {
        if (version > 0) {
          snapshot(file, connection, version + 1, clock);
        }
        for (Migration migration : all.subList(version, all.size())) {
          step(connection, migration, clock);
        }
      }
    } catch (SQLException failed) {
      throw Trouble.of(file, failed);
    } catch (IOException failed) {
      throw Trouble.folder(backups(file), failed);
    }
  }

  private static void step(Connection connection, Migration migration, InstantSource clock)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      // Another program may have done it while this one waited for the lock.
      if (version(connection) < migration.version()) {
        statement.execute(APPLIED);
        // executeUpdate is the one that runs several statements, as SQLite itself splits them.
        statement.executeUpdate(migration.script());
        record(connection, migration, clock);
        statement.execute("PRAGMA user_version = " + migration.version());
      }
      statement.execute("COMMIT");
    }
  }

  private static void record(Connection connection, Migration migration, InstantSource clock)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO schema_migrations (version, name, checksum, applied) VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, migration.version());
      insert.setString(2, migration.name());
      insert.setString(3, migration.checksum());
      insert.setLong(4, clock.millis());
      insert.executeUpdate();
    }
  }

  private void compare(Path file, Connection connection, int version) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet applied =
            statement.executeQuery("SELECT version, checksum FROM schema_migrations")) {
      while (applied.next()) {
        int number = applied.getInt(1);
        if (number <= version && !all.get(number - 1).checksum().equals(applied.getString(2))) {
          throw new StorageException(
              "Database file \"%s\" was set up by another build of Peregrine: its migration \"%d\" differs from the one in this program. Start the build that made it, or move the file away to begin anew."
                  .formatted(file, number),
              null);
        }
      }
    }
  }

  private void snapshot(Path file, Connection connection, int next, InstantSource clock)
      throws SQLException, IOException {
    Files.createDirectories(backups(file));
    Path copy = backups(file).resolve("before-V%03d-%d.db".formatted(next, clock.millis()));
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, format.named(copy));
      vacuum.execute();
    }
  }

  /** The snapshots that were made of a file. */
  static List<Path> snapshots(Path file) {
    if (Files.notExists(backups(file))) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(backups(file))) {
      return all.filter(copy -> copy.getFileName().toString().matches("before-V\\d+-\\d+\\.db"))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw Trouble.folder(backups(file), failed);
    }
  }

  private static Path backups(Path file) {
    return file.resolveSibling("backups");
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA user_version")) {
      return answer.getInt(1);
    }
  }
}
