package dev.peregrine.host.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The turn of one among all Peregrines of this machine. It ends with the program, however that
 * ends.
 */
final class MachineTurn implements AutoCloseable {

  private static final long PAUSE_MILLIS = 200;

  private final Optional<FileChannel> channel;

  private MachineTurn(Optional<FileChannel> channel) {
    this.channel = channel;
  }

  /** Waits for the turn. Who may not write the file, another person's, goes without. */
  static MachineTurn take(Path file) throws InterruptedException {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      while (lock(channel).isEmpty()) {
        pause(channel);
      }
      return new MachineTurn(Optional.of(channel));
    } catch (IOException notOurs) {
      return new MachineTurn(Optional.empty());
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException bySelf) {
      return Optional.empty();
    }
  }

  private static void pause(FileChannel channel) throws IOException, InterruptedException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      channel.close();
      throw stopped;
    }
  }

  @Override
  public void close() {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException released) {
      // Its end releases it, too.
    }
  }
}
