package dev.peregrine.host.storage;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The driver that encrypts. It has the package names of the one for plain files and an older
 * SQLite, so it is loaded by itself, once, and known by {@code java.sql} alone.
 */
final class SqlCipherDriver {

  // Its native library is unpacked with each loading.
  private static final Map<Path, Driver> LOADED = new ConcurrentHashMap<>();

  private SqlCipherDriver() {}

  static Driver in(Path folder) {
    return LOADED.computeIfAbsent(real(folder), SqlCipherDriver::loaded);
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException notThere) {
      return folder.toAbsolutePath().normalize();
    }
  }

  private static Driver loaded(Path folder) {
    try {
      var loader =
          new URLClassLoader(
              "sqlcipher",
              new URL[] {jar(folder).toUri().toURL()},
              ClassLoader.getPlatformClassLoader());
      return loader
          .loadClass("org.sqlite.JDBC")
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (IOException | ReflectiveOperationException failed) {
      throw new StorageException(
          "The driver for encrypted databases in \"%s\" cannot be loaded (%s). Install Peregrine again."
              .formatted(folder, failed.getClass().getSimpleName()),
          failed);
    }
  }

  private static Path jar(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        var jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst();
        if (jar.isPresent()) {
          return jar.get();
        }
      }
    }
    throw new StorageException(
        "There is no driver for encrypted databases in \"%s\". Install Peregrine again."
            .formatted(folder),
        null);
  }
}
