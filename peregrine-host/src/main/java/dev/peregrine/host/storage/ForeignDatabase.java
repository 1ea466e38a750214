package dev.peregrine.host.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file of another program, to be read. It is copied first, with what stands in its
 * journal, and only the copy is opened: the file and the folder it lies in stay as they are.
 * Nothing that stands in it is trusted.
 */
public final class ForeignDatabase implements AutoCloseable {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** No text or picture is read beyond this. */
  public static final int LONGEST = 1_000_000;

  private static final int TRIES = 5;

  private final ExecutorService thread;
  private final Connection connection;

  private ForeignDatabase(ExecutorService thread, Connection connection) {
    this.thread = thread;
    this.connection = connection;
  }

  /**
   * Copies a file and opens the copy.
   *
   * @param folder for the copy; there is none of that name in it yet
   * @throws StorageException with a sentence where the file is damaged, encrypted, no database or
   *     changes all the time
   */
  public static ForeignDatabase open(Path file, Path folder) {
    Path copy = copied(file, folder);
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("storage-foreign").daemon().factory());
    boolean open = false;
    try {
      ForeignDatabase database =
          Database.await(
              CompletableFuture.supplyAsync(
                  () -> new ForeignDatabase(thread, connected(file, copy)), thread));
      open = true;
      return database;
    } finally {
      if (!open) {
        thread.shutdown();
      }
    }
  }

  private static Path copied(Path file, Path folder) {
    String name = String.valueOf(file.getFileName());
    try {
      if (!startsAsOne(file)) {
        throw new StorageException(
            "\"%s\" is encrypted, or no database: it does not begin as a SQLite file does. Take the file staging.db of an installation on your own machine, or a backup that was made there."
                .formatted(name),
            null);
      }
      for (int tried = 0; tried < TRIES; tried++) {
        List<Long> before = state(file);
        for (String suffix : List.of("", "-wal", "-journal")) {
          Path part = file.resolveSibling(name + suffix);
          Path to = folder.resolve("copy.db" + suffix);
          Files.deleteIfExists(to);
          if (Files.exists(part)) {
            Files.copy(part, to);
          }
        }
        if (state(file).equals(before)) {
          return folder.resolve("copy.db");
        }
      }
    } catch (IOException failed) {
      throw new StorageException(
          "\"%s\" cannot be read (%s). Give your user the right to, or free some space."
              .formatted(name, failed.getClass().getSimpleName()),
          failed);
    }
    throw new StorageException(
        "\"%s\" is being written to. Stop the program that uses it, then try again."
            .formatted(name),
        null);
  }

  private static boolean startsAsOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private static List<Long> state(Path file) throws IOException {
    var state = new ArrayList<Long>();
    for (String suffix : List.of("", "-wal", "-journal")) {
      Path part = file.resolveSibling(file.getFileName() + suffix);
      boolean there = Files.exists(part);
      state.add(there ? Files.size(part) : -1);
      state.add(there ? Files.getLastModifiedTime(part).toMillis() : -1);
    }
    return state;
  }

  private static Connection connected(Path file, Path copy) {
    Connection connection = new Connections(Duration.ofSeconds(5), FileFormat.plain()).copier(copy);
    String fault = "";
    try (Statement statement = connection.createStatement()) {
      for (String pragma :
          List.of("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON")) {
        statement.execute("PRAGMA " + pragma);
      }
      try (ResultSet answer = statement.executeQuery("PRAGMA quick_check(1)")) {
        fault = answer.next() ? answer.getString(1) : "it does not answer";
      }
      if (fault.equals("ok")) {
        return connection;
      }
    } catch (SQLException damaged) {
      fault = String.valueOf(damaged.getMessage());
    }
    try {
      connection.close();
    } catch (SQLException onlyACopy) {
      fault += "; " + onlyACopy.getMessage();
    }
    throw new StorageException(
        "\"%s\" is damaged (%s). Take a backup of it, or have it mended with: sqlite3 FILE .recover"
            .formatted(file.getFileName(), fault),
        null);
  }

  /** The names of its tables, without SQLite's own. */
  public List<String> tables() {
    return ask(
        () -> {
          var names = new ArrayList<String>();
          try (Statement statement = connection.createStatement();
              ResultSet answer =
                  statement.executeQuery(
                      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")) {
            while (answer.next()) {
              names.add(answer.getString(1));
            }
          }
          return names;
        });
  }

  /** The columns of a table; none where there is no such table. */
  public List<String> columns(String table) {
    return ask(
        () -> {
          var names = new ArrayList<String>();
          try (PreparedStatement query =
              connection.prepareStatement("SELECT name FROM pragma_table_info(?)")) {
            query.setString(1, table);
            try (ResultSet answer = query.executeQuery()) {
              while (answer.next()) {
                names.add(answer.getString(1));
              }
            }
          }
          return names;
        });
  }

  public long count(String table) {
    return ask(
        () -> {
          try (Statement statement = connection.createStatement();
              ResultSet answer = statement.executeQuery("SELECT COUNT(*) FROM " + quoted(table))) {
            return answer.getLong(1);
          }
        });
  }

  /**
   * Rows of a table, a page of them.
   *
   * @param rowid what they follow
   * @param values by column: texts, numbers or nothing; bytes are read as UTF-8 as far as they are
   */
  public record Row(long rowid, Map<String, @Nullable Object> values) {}

  /** The next rows of a table, in the order in which they were added. */
  public List<Row> rows(String table, long after, int most) {
    List<String> columns = columns(table);
    var select = new StringBuilder("SELECT rowid");
    for (String column : columns) {
      String name = quoted(column);
      // What is longer would fill the memory.
      select.append(
          ", CASE WHEN length(%1$s) > %2$d THEN substr(%1$s, 1, %2$d) ELSE %1$s END"
              .formatted(name, LONGEST));
    }
    select.append(" FROM ").append(quoted(table)).append(" WHERE rowid > ? ORDER BY rowid LIMIT ?");
    return ask(
        () -> {
          var rows = new ArrayList<Row>();
          try (PreparedStatement query = connection.prepareStatement(select.toString())) {
            query.setLong(1, after);
            query.setInt(2, most);
            try (ResultSet answer = query.executeQuery()) {
              while (answer.next()) {
                var values = new LinkedHashMap<String, @Nullable Object>();
                for (int at = 0; at < columns.size(); at++) {
                  values.put(columns.get(at), plain(answer.getObject(at + 2)));
                }
                rows.add(new Row(answer.getLong(1), values));
              }
            }
          }
          return rows;
        });
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T ask(Question<T> question) {
    return Database.await(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return question.ask();
              } catch (SQLException failed) {
                throw new StorageException(
                    "The database cannot be read to its end (%s). Take a backup of it, or have it mended with: sqlite3 FILE .recover"
                        .formatted(failed.getMessage()),
                    failed);
              }
            },
            thread));
  }

  @Override
  public void close() {
    try {
      ask(
          () -> {
            connection.close();
            return true;
          });
    } finally {
      thread.shutdown();
    }
  }
}
