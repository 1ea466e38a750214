package dev.peregrine.host.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only the person may read, where the file system knows such a thing. */
final class Private {

  private Private() {}

  static FileAttribute<?>[] file(Path near) throws IOException {
    return attributes(near, "rw-------");
  }

  static FileAttribute<?>[] folder(Path near) throws IOException {
    return attributes(near, "rwx------");
  }

  private static FileAttribute<?>[] attributes(Path near, String rights) throws IOException {
    boolean knows =
        Files.getFileStore(near.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    return knows
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
