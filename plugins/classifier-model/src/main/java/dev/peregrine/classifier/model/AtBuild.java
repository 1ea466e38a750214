package dev.peregrine.classifier.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Learns from the corpus while Peregrine is built, which takes some seconds that nobody should wait
 * for at their first mail. The same sources give the same bytes.
 */
final class AtBuild {

  private static final String FILE = "learnt.bin";

  private AtBuild() {}

  /**
   * Writes what is learnt beside the classes, unless nothing changed since the last time.
   *
   * @param arguments the folder of the classes
   */
  static void main(String[] arguments) throws IOException, InterruptedException {
    Path classes = Path.of(arguments[0]);
    Path file = classes.resolve(AtBuild.class.getPackageName().replace('.', '/')).resolve(FILE);
    if (!isFresh(file, classes)) {
      Files.write(file, ByWords.learn(List.of()).bytes());
    }
  }

  private static boolean isFresh(Path file, Path classes) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    FileTime written = Files.getLastModifiedTime(file);
    try (Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        if (!each.equals(file) && Files.getLastModifiedTime(each).compareTo(written) >= 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** What was learnt. */
  static byte[] read() {
    try (InputStream learnt = AtBuild.class.getResourceAsStream(FILE)) {
      if (learnt == null) {
        throw new IllegalStateException(
            "\"%s\" is not beside the classes. Build the module with Maven.".formatted(FILE));
      }
      return learnt.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
