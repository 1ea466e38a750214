package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that one Peregrine at a time runs on a home. Ends with the program, however that ends:
 * no stale file can keep the next one out.
 */
public final class HomeLock implements AutoCloseable {

  /** Beyond what is written, since Windows lets nobody read what is locked. */
  private static final long LOCKED_BYTE = 1L << 30;

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder until the result is closed or the program ends.
   *
   * @param data the folder of the database
   * @throws StorageException if another Peregrine has it, with a sentence that says so
   */
  public static HomeLock take(Path data) {
    Path file = data.resolve("peregrine.lock");
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StorageException(
            "Another Peregrine already runs on \"%s\"%s. Use that one, stop it first, or start this one with another --home."
                .formatted(data, who(file)),
            null);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
          0);
      return new HomeLock(channel);
    } catch (IOException failed) {
      throw Trouble.folder(data, failed);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException bySelf) {
      return null;
    }
  }

  private static String who(Path file) throws IOException {
    String pid = Files.readString(file).strip();
    return pid.matches("\\d{1,10}") ? " (process " + pid + ")" : "";
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new StorageException(
          "The lock of the data folder could not be given back: " + failed.getMessage(), failed);
    }
  }
}
