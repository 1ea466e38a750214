package dev.peregrine.host.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How database files are written: as SQLite does, or encrypted, each with a key of its own. */
public abstract sealed class FileFormat permits PlainFormat, SqlCipherFormat {

  /** As SQLite does. */
  public static FileFormat plain() {
    return new PlainFormat();
  }

  /**
   * Encrypted as SQLCipher 4 does.
   *
   * @param driver the folder with the jar of the driver that can; nothing else may be in it
   * @throws StorageException where there is none
   */
  public static FileFormat encrypted(Path driver, TenantKeys keys) {
    return new SqlCipherFormat(SqlCipherDriver.in(driver), keys);
  }

  /** Opens a file; makes it if there is none. */
  abstract Connection connect(Path file) throws SQLException;

  /** What a connection is told before anything else. */
  abstract List<String> pragmas();

  /** How many kilobytes of pages a writing connection keeps. */
  abstract int cache();

  /** Whether a file may have only one connection at a time, of all programs. */
  abstract boolean isAlone();

  /** Keeps others away from a file while it is open. */
  abstract FileHold hold(Path file, Duration patience);

  /** What SQLite is told to write a new file in this format, or to attach one. */
  abstract String named(Path file);

  /** Whether a file is to be written anew, since its key follows from an older secret. */
  abstract boolean isOutdated(Path file);

  /** Brings a file of another format, which nobody has open, into this one. */
  abstract void adopt(Path file);

  /**
   * What SQLite is told to write a new file that any Peregrine can open.
   *
   * @param file that does not exist
   */
  abstract String portable(Path file);
}
