package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The only place that opens a database file and knows how. */
final class Connections {

  private final Duration busyTimeout;
  private final FileFormat format;

  Connections(Duration busyTimeout, FileFormat format) {
    this.busyTimeout = busyTimeout;
    this.format = format;
  }

  /** The connection that writes. Makes the file if there is none. */
  Connection writer(Path file) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw Trouble.folder(folder, failed);
    }
    // A WAL commit without a flush survives a kill of the program; only a power cut may cost the
    // last ones, and never the file.
    return open(
        file,
        List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = NORMAL",
            "PRAGMA foreign_keys = ON",
            "PRAGMA cache_size = -" + format.cache(),
            // Pages that many postings in a row change are copied to the file once, not each time.
            "PRAGMA wal_autocheckpoint = 4000",
            "PRAGMA journal_size_limit = 33554432"));
  }

  /** A connection that only reads; the file exists. */
  Connection reader(Path file) {
    return open(file, List.of("PRAGMA query_only = ON"));
  }

  /** A connection for work on the file as a whole, which leaves its journal mode as it is. */
  Connection copier(Path file) {
    return open(file, List.of("PRAGMA foreign_keys = ON", "PRAGMA cache_size = -32000"));
  }

  private Connection open(Path file, List<String> pragmas) {
    Connection connection = null;
    try {
      connection = format.connect(file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = " + busyTimeout.toMillis());
        statement.execute("PRAGMA temp_store = MEMORY");
        statement.execute("PRAGMA cache_size = -8000");
        for (String pragma : Stream.concat(format.pragmas().stream(), pragmas.stream()).toList()) {
          statement.execute(pragma);
        }
      }
      return connection;
    } catch (SQLException failed) {
      close(connection, failed);
      throw Trouble.of(file, failed);
    }
  }

  private static void close(@Nullable Connection connection, SQLException because) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException also) {
        because.addSuppressed(also);
      }
    }
  }
}
