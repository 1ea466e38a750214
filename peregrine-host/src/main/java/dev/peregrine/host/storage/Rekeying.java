package dev.peregrine.host.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes files anew with the key of the newest secret. The new file is whole and on the disk before
 * it takes the old one's name in one step, so whenever this is broken off, the file is either the
 * old or the new one, and says itself which.
 */
final class Rekeying {

  /** How deep copies are: {@code backups/before-restore-…/data/staging.db}. */
  private static final int COPIES = 3;

  private final FileFormat format;
  private final Connections connections;
  private final Duration patience;

  /**
   * @param patience how long another program may still have a file
   */
  Rekeying(FileFormat format, Duration patience) {
    this.format = format;
    this.patience = patience;
    this.connections = new Connections(patience, format);
  }

  /**
   * Writes a tenant's database and its snapshots anew where they are of an older secret. Nobody in
   * this program has the file open.
   *
   * @return how many files were written
   * @throws StorageException where it cannot be; the file in question is as it was
   */
  int rekey(Path file) {
    List<Path> outdated = all(file).stream().filter(format::isOutdated).toList();
    if (outdated.isEmpty()) {
      return 0;
    }
    int written = 0;
    try (FileHold _ = format.hold(file, patience)) {
      for (Path each : outdated) {
        // Another program may have done it until it let go.
        if (format.isOutdated(each)) {
          rewrite(each);
          written++;
        }
      }
    }
    return written;
  }

  /**
   * The copies of a database, which are snapshots and what restores set aside, and then itself:
   * once it has the newer key, so have they.
   */
  static List<Path> all(Path file) {
    Path backups = file.resolveSibling("backups");
    var all = new ArrayList<Path>();
    if (Files.isDirectory(backups)) {
      try (Stream<Path> beside = Files.walk(backups, COPIES)) {
        beside
            .filter(path -> path.getFileName().toString().endsWith(".db"))
            .filter(Files::isRegularFile)
            .forEach(all::add);
      } catch (IOException | UncheckedIOException failed) {
        throw new StorageException(
            "Folder \"%s\" cannot be read. Give the server's user the right to.".formatted(backups),
            failed);
      }
    }
    all.add(file);
    return all;
  }

  private void rewrite(Path file) {
    Path part = file.resolveSibling("." + file.getFileName() + ".rekey");
    try {
      Files.deleteIfExists(part);
      try (Connection connection = connections.copier(file);
          PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
        vacuum.setString(1, format.named(part));
        vacuum.execute();
      } catch (SQLException failed) {
        Files.deleteIfExists(part);
        throw Trouble.of(file, failed);
      }
      try (Connection written = connections.copier(part)) {
        var _ = written.isValid(1);
      } catch (SQLException failed) {
        throw Trouble.of(part, failed);
      }
      replace(part, file);
    } catch (IOException failed) {
      throw Trouble.folder(file.toAbsolutePath().resolveSibling(""), failed);
    }
  }

  /** Puts a file in another's place that nobody has open, for good. */
  static void replace(Path part, Path file) throws IOException {
    Path journal = file.resolveSibling(file.getFileName() + "-wal");
    if (Files.exists(journal) && Files.size(journal) > 0) {
      // It would be read into the new file, to which it does not belong.
      throw new IOException("\"%s\" is not empty".formatted(journal));
    }
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.deleteIfExists(journal);
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flush(file.toAbsolutePath().resolveSibling(""));
  }

  private static void flush(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows opens no folder; it writes names through.
    }
  }
}
