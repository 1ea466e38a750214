package dev.peregrine.host.platform;

import dev.peregrine.host.storage.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** The files under a person's home: counted, and deleted. Links are deleted, never followed. */
final class Belongings {

  private static final int BLOCK = 64 * 1024;

  private final Path home;

  Belongings(Path home) {
    this.home = home;
  }

  private static final class Counted {
    private final List<String> hashes = new ArrayList<>();
    private long bytes;
  }

  /** What there is, by folder. */
  List<ErasureProof.Part> counted() throws IOException {
    var parts = new TreeMap<String, Counted>();
    if (Files.isDirectory(home)) {
      Files.walkFileTree(
          home,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
              Path within = home.relativize(file);
              String part = within.getNameCount() > 1 ? within.getName(0).toString() : "other";
              Counted counted = parts.computeIfAbsent(part, name -> new Counted());
              counted.bytes += is.isRegularFile() ? is.size() : 0;
              counted.hashes.add(is.isRegularFile() ? hash(file) : "");
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return parts.entrySet().stream()
        .map(
            each ->
                ErasureProof.Part.of(
                    each.getKey(),
                    each.getValue().hashes.size(),
                    each.getValue().bytes,
                    each.getValue().hashes))
        .toList();
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = ErasureProof.digest();
    try (InputStream in = Files.newInputStream(file)) {
      var block = new byte[BLOCK];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Deletes them, and the folder above where nothing else is in it. */
  void delete() throws IOException {
    if (Files.notExists(home)) {
      return;
    }
    Folders.delete(home);
    Path above = home.getParent();
    if (above != null) {
      try (var rest = Files.list(above)) {
        if (rest.findAny().isPresent()) {
          return;
        }
      }
      Files.deleteIfExists(above);
    }
  }
}
