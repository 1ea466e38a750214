package dev.peregrine.host.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Files as SQLite writes them; several connections at once. */
final class PlainFormat extends FileFormat {

  @Override
  Connection connect(Path file) throws SQLException {
    if (FileKey.Header.of(file).beginning() == FileKey.Beginning.ENCRYPTED) {
      throw new StorageException(
          "Database file \"%s\" is encrypted by the server on which it was made. Make a backup to take along there, which every Peregrine can read. The file was left as it is."
              .formatted(file),
          null);
    }
    return JDBC.createConnection(JDBC.PREFIX + file, settings());
  }

  /** Without a question for the id after every single insert; who wants it says RETURNING. */
  private static Properties settings() {
    var config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    return config.toProperties();
  }

  @Override
  List<String> pragmas() {
    return List.of();
  }

  @Override
  int cache() {
    return 16_000;
  }

  @Override
  boolean isAlone() {
    return false;
  }

  @Override
  FileHold hold(Path file, Duration patience) {
    return FileHold.NONE;
  }

  @Override
  String named(Path file) {
    return file.toString();
  }

  @Override
  boolean isOutdated(Path file) {
    return false;
  }

  @Override
  void adopt(Path file) {}

  @Override
  String portable(Path file) {
    return file.toString();
  }
}
