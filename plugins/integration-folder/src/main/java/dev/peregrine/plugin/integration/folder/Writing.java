package dev.peregrine.plugin.integration.folder;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts a file in its place whole: nobody ever sees half of it. */
final class Writing {

  private static final int PART = 64 << 10;

  private Writing() {}

  static void put(Content content, Path file)
      throws IOException, ExtensionException, InterruptedException {
    // The same name each time, so that what a crash left is written over.
    Path part = file.resolveSibling(".peregrine-%08x.part".formatted(file.hashCode()));
    try {
      copy(content, part);
      Path _ =
          Files.move(
              part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      boolean _ = Files.deleteIfExists(part);
    }
  }

  private static void copy(Content content, Path part)
      throws IOException, ExtensionException, InterruptedException {
    try (InputStream in = opened(content);
        FileChannel out =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      var bytes = new byte[PART];
      for (int read = read(in, bytes, content); read >= 0; read = read(in, bytes, content)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        for (var left = ByteBuffer.wrap(bytes, 0, read); left.hasRemaining(); ) {
          int _ = out.write(left);
        }
      }
      out.force(true);
    }
  }

  private static InputStream opened(Content content) throws ExtensionException {
    try {
      return content.open(0);
    } catch (IOException gone) {
      throw Trouble.unreadable(content, gone);
    }
  }

  private static int read(InputStream in, byte[] bytes, Content content) throws ExtensionException {
    try {
      return in.read(bytes);
    } catch (IOException gone) {
      throw Trouble.unreadable(content, gone);
    }
  }
}
