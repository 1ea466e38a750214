package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A database file as one program has it, and no other. Ends with the program, however that ends.
 * The lock is on a file beside it, which stays when the database file itself is replaced.
 */
interface FileHold extends AutoCloseable {

  /** Where others may have the file at the same time. */
  FileHold NONE = () -> {};

  @Override
  void close();

  /**
   * Takes a file.
   *
   * @param patience how long another program may still have it
   * @throws InUseException where it has it for longer
   */
  static FileHold take(Path file, Duration patience) {
    Path lock = file.toAbsolutePath().resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      long until = System.nanoTime() + patience.toNanos();
      Optional<FileHold> hold;
      while ((hold = tried(lock)).isEmpty()) {
        if (System.nanoTime() - until > 0) {
          throw new InUseException(
              "Database file \"%s\": another program keeps it locked, such as a second Peregrine. Try again when that has ended or let go of it."
                  .formatted(file));
        }
        Thread.sleep(10);
      }
      return hold.get();
    } catch (IOException failed) {
      throw Trouble.folder(file.toAbsolutePath().resolveSibling(""), failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new StorageException("Peregrine is stopping; nothing was done.", stop);
    }
  }

  private static Optional<FileHold> tried(Path lock) throws IOException {
    // The system gives up all of a program's locks on a file when it closes any of its handles, so
    // a second one is not even opened.
    if (!Held.HERE.add(lock)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    boolean held = false;
    try {
      channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      held = channel.tryLock() != null;
    } finally {
      if (!held) {
        if (channel != null) {
          channel.close();
        }
        Held.HERE.remove(lock);
      }
    }
    FileChannel open = channel;
    return held ? Optional.of(() -> release(lock, open)) : Optional.empty();
  }

  private static void release(Path lock, FileChannel channel) {
    try {
      channel.close();
    } catch (IOException failed) {
      throw Trouble.folder(lock.resolveSibling(""), failed);
    } finally {
      Held.HERE.remove(lock);
    }
  }

  /** What this program has. */
  final class Held {
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private Held() {}
  }
}
