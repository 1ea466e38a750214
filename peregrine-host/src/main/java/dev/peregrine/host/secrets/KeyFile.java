package dev.peregrine.host.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A file that only its owner reads. It lies outside of {@code config/} and {@code data/}, so that
 * who gets a copy of those, such as a backup, has the sealed values and not the key.
 */
record KeyFile(Path path) {

  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rw-------");

  static KeyFile in(Path home) {
    return new KeyFile(home.resolve("keys").resolve("secrets.key"));
  }

  Optional<String> read() {
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    try {
      if (isPosix() && !Files.getPosixFilePermissions(path).equals(OWNERS)) {
        Files.setPosixFilePermissions(path, OWNERS);
      }
      return Optional.of(Files.readString(path).strip());
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      throw new SecretException(
          "The key of your secrets in \"%s\" cannot be read (%s). Allow Peregrine to read it; what is stored stays as it is."
              .formatted(path, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }

  /** Writes it, or takes the one that another program wrote in the meantime. */
  String write(String text) {
    try {
      Files.createDirectories(path.getParent(), mode("rwx------"));
      try (FileChannel file =
          FileChannel.open(
              path,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              mode("rw-------"))) {
        ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      return text;
    } catch (FileAlreadyExistsException other) {
      return read().orElse(text);
    } catch (IOException failed) {
      throw new SecretException(
          "The key of your secrets cannot be written to \"%s\" (%s); nothing was stored. Free some space or allow Peregrine to write there."
              .formatted(path, failed.getClass().getSimpleName()),
          failed);
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
