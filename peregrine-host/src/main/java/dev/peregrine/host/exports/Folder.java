package dev.peregrine.host.exports;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A folder that documents are put into; a document that is there stays as it is. */
public final class Folder {

  private static final int MOST_OF_ONE_NAME = 1000;

  private final Path path;

  public Folder(Path path) {
    this.path = path;
  }

  /**
   * Puts a document there under its name, or with a number behind it where another document has the
   * name; the same document is not written twice.
   *
   * @return where it lies
   */
  public Path keep(Written written) throws IOException {
    Files.createDirectories(path);
    for (int number = 1; number <= MOST_OF_ONE_NAME; number++) {
      Path file = path.resolve(numbered(written.name(), number));
      try {
        return Files.write(file, written.bytes(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException taken) {
        if (Files.isRegularFile(file) && holds(file, written.bytes())) {
          return file;
        }
      }
    }
    throw new IOException(
        "\"%s\": %d documents have this name already. Choose another folder."
            .formatted(written.name(), MOST_OF_ONE_NAME));
  }

  /** Whether a file holds exactly that. */
  public static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return number == 1 ? name : name.substring(0, dot) + "_" + number + name.substring(dot);
  }
}
