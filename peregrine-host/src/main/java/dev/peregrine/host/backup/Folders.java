package dev.peregrine.host.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moving and removing on disk. */
final class Folders {

  private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

  private Folders() {}

  /** Removes a file or a folder with all in it; does not follow links. */
  static void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walked = Files.walk(path)) {
      all = walked.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  /** Removes what is of no more use; where that fails it is only untidy. */
  static void forget(Path path) {
    try {
      remove(path);
    } catch (IOException untidy) {
      LOG.warn("\"{}\" could not be removed.", path, untidy);
    }
  }

  /** Moves a file, making the folder it goes to. */
  static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherDisk) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes a small file whole or not at all, so that it survives a power cut. */
  static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(draft, bytes);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    move(draft, file);
  }

  static long size(Path path) throws IOException {
    try (Stream<Path> walked = Files.walk(path)) {
      long sum = 0;
      for (Path each : walked.filter(Files::isRegularFile).toList()) {
        sum += Files.size(each);
      }
      return sum;
    }
  }
}
