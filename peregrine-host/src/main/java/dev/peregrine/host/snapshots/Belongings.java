package dev.peregrine.host.snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The files under somebody's home of which copies are kept; links are not followed. */
final class Belongings {

  static final String DATABASE = "data/staging.db";

  /** What lives beside the data, and what can be had again. */
  private static final List<String> NEVER =
      List.of(
          "data/backups/",
          "data/restoring",
          "data/erasing",
          "data/answers/",
          "data/snapshot-",
          "data/peregrine.lock");

  private final Path home;

  Belongings(Path home) {
    this.home = home;
  }

  /** A file and its name below the home, with slashes. */
  record Named(String name, Path file, long bytes, long modified) {}

  /** All of them; the database with its journal. */
  List<Named> everything() {
    return all().stream().filter(each -> !each.name().equals(DATABASE + ".lock")).toList();
  }

  /** All but the database. */
  List<Named> files() {
    return all().stream().filter(each -> !each.name().startsWith(DATABASE)).toList();
  }

  /** Whether a snapshot may hold a file of that name beside the database. */
  static boolean isFit(String name) {
    Path path = Path.of(name).normalize();
    return (name.startsWith("config/") || name.startsWith("data/"))
        && path.toString().replace('\\', '/').equals(name)
        && !name.startsWith(DATABASE)
        && !isNever(name);
  }

  private static boolean isNever(String name) {
    return name.contains("/.") || NEVER.stream().anyMatch(name::startsWith);
  }

  /** Different once anything was changed, as far as sizes and times say it. */
  String stamp() {
    MessageDigest digest = Sha256.digest();
    for (Named each : all()) {
      // A journal that is empty comes and goes with opening and closing.
      boolean counts =
          !each.name().equals(DATABASE + ".lock")
              && !each.name().equals(DATABASE + "-shm")
              && !(each.name().equals(DATABASE + "-wal") && each.bytes() == 0);
      if (counts) {
        String line = "%s %d %d%n".formatted(each.name(), each.bytes(), each.modified());
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<Named> all() {
    var found = new ArrayList<Named>();
    for (String part : List.of("config", "data")) {
      Path folder = home.resolve(part);
      if (Files.isDirectory(folder)) {
        walk(folder, found);
      }
    }
    found.sort(Comparator.comparing(Named::name));
    return found;
  }

  private void walk(Path folder, List<Named> found) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes is) {
              return isNever(name(each) + "/")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
              String name = name(file);
              if (is.isRegularFile() && !isNever(name)) {
                found.add(new Named(name, file, is.size(), is.lastModifiedTime().toMillis()));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              // It went away meanwhile, as drafts do.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String name(Path file) {
    return home.relativize(file).toString().replace('\\', '/');
  }
}
