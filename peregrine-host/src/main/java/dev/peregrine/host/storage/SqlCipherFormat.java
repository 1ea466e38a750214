package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * Files encrypted as SQLCipher 4 does, each with a raw key: no password has to be stretched, which
 * would take a fifth of a second. One connection a file, since the SQLite of this driver (3.40) can
 * damage a file's journal when two of them meet; that was mended in 3.51.3.
 */
final class SqlCipherFormat extends FileFormat {

  private static final String SETTINGS = "?cipher=sqlcipher&legacy=4&key=";

  private final Driver driver;
  private final TenantKeys keys;

  SqlCipherFormat(Driver driver, TenantKeys keys) {
    this.driver = driver;
    this.keys = keys;
  }

  @Override
  Connection connect(Path file) throws SQLException {
    var settings = new Properties();
    settings.setProperty("cipher", "sqlcipher");
    settings.setProperty("legacy", "4");
    settings.setProperty("key", key(file));
    Connection connection = driver.connect("jdbc:sqlite:" + uri(file), settings);
    if (connection == null) {
      throw new SQLException("The driver does not take \"%s\".".formatted(file));
    }
    return connection;
  }

  private String key(Path file) {
    FileKey.Header header = FileKey.Header.of(file);
    return switch (header.beginning()) {
      case NONE -> keys.of(file, keys.newest()).literalOfNewFile();
      case ENCRYPTED -> {
        FileKey key = keys.of(file, header.version());
        if (!key.fits(header)) {
          throw new StorageException(
              StorageException.Kind.OTHER_KEY,
              "Database file \"%s\" is encrypted with another secret of version \"%d\" than this server has, or for another tenant. Put the right secret in place. The file was left as it is."
                  .formatted(file, header.version()),
              null);
        }
        yield key.literal();
      }
      case PLAIN ->
          throw new StorageException(
              StorageException.Kind.OTHER_KEY,
              "Database file \"%s\" is not encrypted, as all of this server are. It was left as it is; move it away and restore it as a backup."
                  .formatted(file),
              null);
      case UNKNOWN ->
          throw new StorageException(
              StorageException.Kind.DAMAGED,
              "Database file \"%s\": the file is damaged or is not a database (its first bytes are not ours). Peregrine leaves it as it is. Stop Peregrine, keep the file under another name and put a backup in its place; those made before upgrades are in \"%s\"."
                  .formatted(file, file.resolveSibling("backups")),
              null);
    };
  }

  @Override
  List<String> pragmas() {
    // Nobody else has the file, so what others would have to be told need not be in a file.
    return List.of("PRAGMA locking_mode = EXCLUSIVE");
  }

  @Override
  int cache() {
    return 8_000;
  }

  @Override
  boolean isAlone() {
    return true;
  }

  @Override
  FileHold hold(Path file, Duration patience) {
    return FileHold.take(file, patience);
  }

  /** A file that is there keeps its key; a new one takes the newest. */
  @Override
  String named(Path file) {
    return uri(file) + SETTINGS + key(file);
  }

  @Override
  boolean isOutdated(Path file) {
    return FileKey.version(file).filter(version -> version < keys.newest()).isPresent();
  }

  @Override
  void adopt(Path file) {
    if (FileKey.Header.of(file).beginning() != FileKey.Beginning.PLAIN) {
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (Connection plain = driver.connect("jdbc:sqlite:" + uri(file), new Properties());
          PreparedStatement vacuum = plain.prepareStatement("VACUUM INTO ?")) {
        vacuum.setString(1, named(part));
        vacuum.execute();
      } catch (SQLException failed) {
        Files.deleteIfExists(part);
        throw Trouble.of(file, failed);
      }
      Rekeying.replace(part, file);
    } catch (IOException failed) {
      throw Trouble.folder(file.toAbsolutePath().resolveSibling(""), failed);
    }
  }

  @Override
  String portable(Path file) {
    return uri(file) + "?key=";
  }

  private static String uri(Path file) {
    // A question mark or a percent sign in a folder's name is no part of the settings.
    return file.toAbsolutePath().normalize().toUri().toString();
  }
}
