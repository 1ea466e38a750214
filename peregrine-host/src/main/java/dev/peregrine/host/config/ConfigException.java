package dev.peregrine.host.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of the person that cannot be read or written. The message is for the person: file, line,
 * what stands there, what was expected, what to do. Whoever catches it leaves the file as it is.
 */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final int line;

  public ConfigException(Path file, int line, String problem) {
    this(file, line, problem, null);
  }

  public ConfigException(Path file, int line, String problem, @Nullable Throwable cause) {
    super(place(file, line) + ": " + problem, cause);
    this.file = file;
    this.line = line;
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The file that is meant. */
  public Path file() {
    return file;
  }

  /** The line, from 1; 0 where the whole file is meant. */
  public int line() {
    return line;
  }

  private static String place(Path file, int line) {
    // As the person knows it: the folder of the file and its name.
    Path folder = file.toAbsolutePath().getParent();
    String name =
        folder == null || folder.getFileName() == null
            ? file.getFileName().toString()
            : folder.getFileName() + "/" + file.getFileName();
    return line > 0 ? name + ", line " + line : name;
  }
}
