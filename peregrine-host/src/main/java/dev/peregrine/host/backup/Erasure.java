package dev.peregrine.host.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes everything that a home has of the person: at the next start, before anything is opened. A
 * note says that it is to be done and goes last, so that an interrupted one is finished.
 */
final class Erasure {

  private static final String NOTE = "data/erasing";

  /** How far copies of the data were made elsewhere, where they are. */
  private static final String SHIPPED = "data/snapshot-mark";

  /** Locks are held while this is done; who waits for them must not find others. */
  private static final Set<String> STAY =
      Set.of("peregrine.lock", "staging.db.lock", "snapshot-mark");

  private final Path home;

  Erasure(Path home) {
    this.home = home;
  }

  /** Has it done at the next start. */
  void plan() {
    try {
      Folders.write(home.resolve(NOTE), new byte[0]);
    } catch (IOException failed) {
      throw new BackupException(
          "Nothing was deleted: \"%s\" cannot be written.".formatted(home.resolve(NOTE)), failed);
    }
  }

  boolean isPlanned() {
    return Files.exists(home.resolve(NOTE));
  }

  /** Does it where it is to be done. */
  boolean finish() throws IOException {
    if (Files.notExists(home.resolve(NOTE))) {
      return false;
    }
    empty(home.resolve("config"));
    for (HomeFiles.Named plugin : HomeFiles.plugins(home)) {
      Folders.remove(plugin.file());
    }
    Folders.remove(home.resolve("plugins/.bin"));
    Folders.remove(home.resolve("plugins/.cache"));
    for (Path log : children(home.resolve("logs"))) {
      // The newest is open; what stands in it goes all the same.
      if (Files.isRegularFile(log)) {
        FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
            .close();
      }
    }
    empty(home.resolve("data"));
    empty(home.resolve("keys"));
    Path database = home.resolve(EntryName.DATABASE);
    if (Files.exists(home.resolve(SHIPPED)) && Files.notExists(database)) {
      // Who has none gets the newest copy that is kept elsewhere; an empty one is newer than that.
      Files.createFile(database);
    }
    Files.deleteIfExists(home.resolve(NOTE));
    return true;
  }

  private static void empty(Path folder) throws IOException {
    for (Path each : children(folder)) {
      String name = each.getFileName().toString();
      boolean stays = name.endsWith(".example") || name.equals("erasing") || STAY.contains(name);
      if (!stays) {
        Folders.remove(each);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.toList();
    }
  }
}
