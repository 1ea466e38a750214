package dev.peregrine.host.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the migrations among the resources, so that a new one needs no line elsewhere. */
final class MigrationFiles {

  private MigrationFiles() {}

  /** Read once: they are part of the program, and everybody who arrives asks for them. */
  private static final class Read {
    static final List<Migration> ALL = read();

    private Read() {}
  }

  /** The migrations in {@code /db}, by version. */
  static List<Migration> all() {
    return Read.ALL;
  }

  private static List<Migration> read() {
    URL folder = MigrationFiles.class.getResource("/db/");
    if (folder == null) {
      folder = MigrationFiles.class.getResource("/db");
    }
    if (folder == null) {
      throw new IllegalStateException("This build of Peregrine holds no folder \"/db\".");
    }
    try {
      List<Migration> found = new ArrayList<>();
      for (String name : names(folder)) {
        found.add(Migration.of(name, script(name)));
      }
      found.sort(Comparator.comparingInt(Migration::version));
      for (int at = 0; at < found.size(); at++) {
        if (found.get(at).version() != at + 1) {
          throw new IllegalStateException(
              "Migration \"%s\": expected number %d here; numbers begin at 1 and leave no gap."
                  .formatted(found.get(at).name(), at + 1));
        }
      }
      return List.copyOf(found);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> names(URL folder) throws IOException {
    if (folder.openConnection() instanceof JarURLConnection jar) {
      // A file of its own: closing one that others share takes it from them in the middle of
      // theirs.
      jar.setUseCaches(false);
      try (var file = jar.getJarFile()) {
        String prefix = jar.getEntryName() + (jar.getEntryName().endsWith("/") ? "" : "/");
        return file.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .filter(Migration::isNamed)
            .toList();
      }
    }
    try (var files = Files.list(Path.of(uri(folder)))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(Migration::isNamed)
          .toList();
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException odd) {
      throw new IOException(odd);
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream in = MigrationFiles.class.getResourceAsStream("/db/" + name)) {
      if (in == null) {
        throw new IOException("Resource \"/db/%s\" is gone.".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
