package dev.peregrine.host.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The person's files under a home, but for the database, by their names in a backup. */
final class HomeFiles {

  /** An address with a name and a password in it, as a proxy may have. */
  private static final Pattern PASSWORD = Pattern.compile("://[^/\\s:@'\"]+:[^/\\s@]+@");

  private static final long LOOKED_THROUGH = 1 << 20;

  private HomeFiles() {}

  /** A file and its name in a backup. */
  record Named(String name, Path file) {}

  /** Configuration, documents and whatever else is kept; links are not followed. */
  static List<Named> of(Path home) throws IOException {
    var all = new ArrayList<>(under(home, "config"));
    all.addAll(under(home, "data"));
    all.removeIf(named -> EntryName.isNever(named.name()));
    all.removeIf(named -> named.name().equals(EntryName.DATABASE));
    return all;
  }

  /**
   * The plugins of the person's own folder: jars and recipes, and jars in folders of their own.
   * Peregrine may run from its source tree, where that folder has the sources of plugins as well.
   */
  static List<Named> plugins(Path home) throws IOException {
    var all = new ArrayList<Named>();
    for (Named named : under(home, "plugins")) {
      String[] parts = named.name().split("/", -1);
      boolean isPlugin =
          parts.length == 2
              ? parts[1].matches("(?i).*\\.(jar|yaml|yml)")
              : parts[parts.length - 1].endsWith(".jar") && isPluginFolder(home, parts[1]);
      if (isPlugin && !EntryName.isNever(named.name())) {
        all.add(named);
      }
    }
    return all;
  }

  private static boolean isPluginFolder(Path home, String name) throws IOException {
    Path folder = home.resolve("plugins").resolve(name);
    if (Files.exists(folder.resolve("pom.xml"))) {
      return false;
    }
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.anyMatch(path -> path.toString().endsWith(".jar"));
    }
  }

  private static List<Named> under(Path home, String folder) throws IOException {
    var found = new ArrayList<Named>();
    Path root = home.resolve(folder);
    if (!Files.isDirectory(root)) {
      return found;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes is) {
            boolean skipped =
                !directory.equals(root) && EntryName.isNever(name(home, directory) + "/");
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (is.isRegularFile()) {
              found.add(new Named(name(home, file), file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            // It went away meanwhile, as drafts do.
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(Comparator.comparing(Named::name));
    return found;
  }

  private static String name(Path home, Path file) {
    return home.relativize(file).toString().replace('\\', '/');
  }

  /** Whether a file must not be in a backup that is not encrypted. */
  static boolean isSecret(Named named) throws IOException {
    if (EntryName.isSecret(named.name())) {
      return true;
    }
    String name = named.name().toLowerCase(Locale.ROOT);
    boolean isConfiguration =
        name.startsWith("config/") && Files.size(named.file()) <= LOOKED_THROUGH;
    return isConfiguration
        && PASSWORD
            .matcher(new String(Files.readAllBytes(named.file()), StandardCharsets.ISO_8859_1))
            .find();
  }
}
