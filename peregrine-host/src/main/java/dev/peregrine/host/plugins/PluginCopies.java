package dev.peregrine.host.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private copies of plugin jars, by hash. Plugins run from these, so that replacing or deleting a
 * jar never pulls it from under a running program, and so that the bytes that were asked about are
 * the bytes that run.
 */
final class PluginCopies {

  private static final Logger LOG = LoggerFactory.getLogger(PluginCopies.class);
  private static final Duration KEPT = Duration.ofDays(30);

  /**
   * A copy.
   *
   * @param sha256 of the jar, or of a folder's jars and their names
   * @param bytes size of all jars
   * @param jars the copied jars, in the order of the originals
   */
  record Copy(String sha256, long bytes, List<Path> jars) {}

  private final Path folder;
  private final InstantSource clock;

  PluginCopies(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  Copy of(PluginFile file) throws BrokenPluginException {
    var jars = new ArrayList<Path>();
    var hashes = new ArrayList<String>();
    long bytes = 0;
    for (Path jar : file.jars()) {
      try {
        String hash = hash(jar);
        Path copy = copied(jar, hash);
        bytes += Files.size(copy);
        jars.add(copy);
        hashes.add(hash);
      } catch (IOException e) {
        throw JarCheck.unreadable(String.valueOf(jar.getFileName()), e);
      }
    }
    String sha256 = file.isFolder() ? together(file, hashes) : hashes.getFirst();
    return new Copy(sha256, bytes, List.copyOf(jars));
  }

  private static String together(PluginFile file, List<String> hashes) {
    MessageDigest digest = sha256();
    for (int i = 0; i < hashes.size(); i++) {
      String line = hashes.get(i) + " " + file.path().relativize(file.jars().get(i)) + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return hex(digest);
  }

  private static String hash(Path jar) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return hex(((DigestInputStream) in).getMessageDigest());
    }
  }

  private Path copied(Path jar, String hash) throws IOException {
    // The name is kept: that of a jar without a module descriptor becomes its module's name.
    Path copy = folder.resolve(hash).resolve(String.valueOf(jar.getFileName()));
    if (Files.isRegularFile(copy) && Files.size(copy) == Files.size(jar)) {
      Files.setLastModifiedTime(copy.getParent(), FileTime.from(clock.instant()));
      return copy;
    }
    Files.createDirectories(copy.getParent());
    Path part = Files.createTempFile(copy.getParent(), "copy", ".part");
    try {
      Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
      if (!hash(part).equals(hash)) {
        throw new IOException("changed while it was copied");
      }
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    return copy;
  }

  /** The copy of one file of that hash, where it is still there and as it was. */
  Optional<Path> find(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    Path copies = folder.resolve(sha256);
    if (!Files.isDirectory(copies)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(copies)) {
      for (Path each : all) {
        if (!each.toString().endsWith(".part") && hash(each).equals(sha256)) {
          return Optional.of(each);
        }
      }
    } catch (IOException gone) {
      LOG.debug("A copy cannot be read.", gone);
    }
    return Optional.empty();
  }

  /**
   * Deletes copies that no start has used for a month; other programs may still use newer ones.
   *
   * @param wanted hashes of those that stay
   */
  void tidy(Set<String> wanted) {
    Instant limit = clock.instant().minus(KEPT);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path each : all) {
        boolean isOld = Files.getLastModifiedTime(each).toInstant().isBefore(limit);
        if (isOld && !wanted.contains(String.valueOf(each.getFileName()))) {
          delete(each);
        }
      }
    } catch (IOException e) {
      LOG.debug("Old plugin copies stay for now.", e);
    }
  }

  private static void delete(Path copy) throws IOException {
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(copy);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
