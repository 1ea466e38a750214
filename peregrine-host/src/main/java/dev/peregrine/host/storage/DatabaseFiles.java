package dev.peregrine.host.storage;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Database files as files: copies of one that is in use, and files that are to take its place. The
 * work runs on a platform thread of its own, and the caller waits for it.
 */
public final class DatabaseFiles {

  private static final Executor PLATFORM =
      work -> Thread.ofPlatform().name("storage-file").daemon().start(work);

  private final @Nullable Databases databases;
  private final FileFormat format;
  private final Connections connections;
  private final Migrations migrations;
  private final int schema;
  private final InstantSource clock;

  /** Those of a home on which no {@link Databases} works in this program. */
  public DatabaseFiles(InstantSource clock) {
    this(clock, FileFormat.plain(), null);
  }

  /** Those of tenants on whose databases this program works; each call is the current tenant's. */
  public DatabaseFiles(InstantSource clock, Databases databases) {
    this(clock, databases.format(), databases);
  }

  private DatabaseFiles(InstantSource clock, FileFormat format, @Nullable Databases databases) {
    List<Migration> all = MigrationFiles.all();
    this.databases = databases;
    this.format = format;
    this.connections = new Connections(Duration.ofSeconds(30), format);
    this.migrations = new Migrations(all, format);
    this.schema = all.size();
    this.clock = clock;
  }

  /** The newest schema that this program knows. */
  public int schema() {
    return schema;
  }

  /**
   * Writes a database as it is at this moment into a new file, while others go on writing to it.
   *
   * @param to a file that does not exist yet
   * @return the schema of the copy
   */
  public int copy(Path file, Path to) {
    return with(
        file,
        connections::copier,
        connection -> {
          vacuum(connection, format.named(to));
          return version(connection);
        });
  }

  /** Whether files are encrypted, so that a copy opens only where it was made. */
  public boolean areEncrypted() {
    return format.isAlone();
  }

  /**
   * Writes a database that nobody else has open into a new file that every Peregrine can open.
   *
   * @param to a file that does not exist yet
   */
  public void makePortable(Path file, Path to) {
    var _ =
        with(
            file,
            connections::copier,
            connection -> {
              vacuum(connection, format.portable(to));
              return true;
            });
  }

  private static void vacuum(Connection connection, String to) throws SQLException {
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, to);
      vacuum.execute();
    }
  }

  /** How many rows a table has; 0 where there is no such table or no such file. */
  public long rows(Path file, String table) {
    if (Files.notExists(file)) {
      return 0;
    }
    return with(
        file,
        connections::copier,
        connection -> {
          if (!hasTable(connection, "main", table)) {
            return 0L;
          }
          try (Statement statement = connection.createStatement();
              ResultSet answer =
                  statement.executeQuery(
                      "SELECT COUNT(*) FROM \"%s\"".formatted(table.replace("\"", "")))) {
            return answer.getLong(1);
          }
        });
  }

  /**
   * How many rows each table has, in a copy that nobody else has open.
   *
   * @throws StorageException where it is damaged, or the key is another one
   */
  public SortedMap<String, Long> counted(Path copy) {
    return with(
        copy,
        connections::copier,
        connection -> {
          List<String> faults = faults(connection);
          if (!faults.isEmpty()) {
            throw new StorageException(
                "Database file \"%s\" is damaged (%s).".formatted(copy, faults.getFirst()), null);
          }
          var counted = new TreeMap<String, Long>();
          for (String table : tables(connection)) {
            try (Statement statement = connection.createStatement();
                ResultSet answer =
                    statement.executeQuery(
                        "SELECT COUNT(*) FROM \"%s\"".formatted(table.replace("\"", "")))) {
              counted.put(table, answer.getLong(1));
            }
          }
          return counted;
        });
  }

  /** But for the database's own, and those that stand for others. */
  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                """
                SELECT name FROM sqlite_master
                WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE '%VIRTUAL TABLE%'
                """)) {
      while (answer.next()) {
        tables.add(answer.getString(1));
      }
    }
    return tables;
  }

  /**
   * Takes rows out of a copy that nobody else has open, so that their bytes are gone from the file.
   *
   * @param where which ones, as SQL of ours
   * @return how many were taken out
   */
  public int forget(Path copy, String table, String where) {
    return with(
        copy,
        connections::copier,
        connection -> {
          if (!hasTable(connection, "main", table)) {
            return 0;
          }
          try (Statement statement = connection.createStatement()) {
            // Without a journal, which would hold the old bytes; the copy can be made again.
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA secure_delete = ON");
            return statement.executeUpdate("DELETE FROM %s WHERE %s".formatted(table, where));
          }
        });
  }

  /**
   * Puts rows of another database into this one, where it has none of that key.
   *
   * @param where which ones, as SQL of ours
   * @return how many were added
   */
  public int add(Path other, Path file, String table, String where) {
    if (isInUse(other)) {
      Path copy = file.resolveSibling(file.getFileName() + ".other");
      try {
        Files.deleteIfExists(copy);
        var _ = copy(other, copy);
        return attached(copy, file, table, where);
      } catch (IOException failed) {
        throw Trouble.folder(file.resolveSibling(""), failed);
      } finally {
        forget(copy);
      }
    }
    return attached(other, file, table, where);
  }

  private int attached(Path other, Path file, String table, String where) {
    return with(
        file,
        connections::copier,
        connection -> {
          try (PreparedStatement attach =
              connection.prepareStatement("ATTACH DATABASE ? AS other")) {
            attach.setString(1, format.named(other));
            attach.execute();
          }
          if (!hasTable(connection, "main", table) || !hasTable(connection, "other", table)) {
            return 0;
          }
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                "INSERT OR IGNORE INTO main.%1$s SELECT * FROM other.%1$s WHERE %2$s"
                    .formatted(table, where));
          }
        });
  }

  /**
   * Makes sure that a file, which nobody else has open, is a sound database of Peregrine, and
   * brings it to this program's schema.
   *
   * @return the schema it had
   * @throws StorageException with a sentence where it is damaged, of a newer program or none of
   *     ours
   */
  public int prove(Path file) {
    format.adopt(file);
    int had =
        with(
            file,
            connections::writer,
            connection -> {
              List<String> faults = faults(connection);
              int version = version(connection);
              if (!faults.isEmpty() || version == 0) {
                throw new StorageException(
                    "The database in it is %s. Nothing was changed; use another backup."
                        .formatted(
                            faults.isEmpty()
                                ? "none of Peregrine's"
                                : "damaged (%s)".formatted(faults.getFirst())),
                    null);
              }
              migrations.apply(file, connection, clock);
              try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
              }
              return version;
            });
    forget(file.resolveSibling(file.getFileName() + "-wal"));
    forget(file.resolveSibling(file.getFileName() + "-shm"));
    return had;
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw Trouble.folder(file.resolveSibling(""), failed);
    }
  }

  private static List<String> faults(Connection connection) throws SQLException {
    var faults = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA quick_check(3)")) {
      while (answer.next()) {
        if (!"ok".equals(answer.getString(1))) {
          faults.add(answer.getString(1));
        }
      }
    }
    return faults;
  }

  private static boolean hasTable(Connection connection, String schema, String table)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT 1 FROM %s.sqlite_master WHERE type = 'table' AND name = ?".formatted(schema))) {
      query.setString(1, table);
      try (ResultSet answer = query.executeQuery()) {
        return answer.next();
      }
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA user_version")) {
      return answer.getInt(1);
    }
  }

  /** A file that only one connection may have, and the program has it. */
  private boolean isInUse(Path file) {
    return databases != null && format.isAlone() && file.equals(Databases.file(Tenant.current()));
  }

  private <T> T with(Path file, Function<Path, Connection> opener, Session.FileWork<T> work) {
    if (databases != null && isInUse(file)) {
      return databases.using(file, open -> open.write(session -> session.withFile(work)));
    }
    return Database.await(
        CompletableFuture.supplyAsync(
            () -> {
              try (Connection connection = opener.apply(file)) {
                return work.run(connection);
              } catch (SQLException failed) {
                throw Trouble.of(file, failed);
              }
            },
            PLATFORM));
  }
}
