package dev.peregrine.host.applications;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bytes of files, each kept once under the SHA-256 of what is in it. No name of a file's ever
 * reaches the disk.
 */
final class Vault {

  private Vault() {}

  private static Path folder() {
    return Tenant.current().data().resolve("documents").resolve("applications");
  }

  /** Keeps bytes, and gives their SHA-256. */
  static String keep(byte[] bytes) {
    String sha256 = sha256(bytes);
    Path file = folder().resolve(sha256);
    try {
      if (find(sha256).isEmpty()) {
        Files.createDirectories(folder());
        Path half = Files.createTempFile(folder(), "half-", "");
        Files.write(half, bytes);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return sha256;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** The bytes, if they are there and still the same. */
  static Optional<byte[]> find(String sha256) {
    Path file = folder().resolve(sha256);
    try {
      if (!sha256.matches("[0-9a-f]{64}") || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      return sha256(bytes).equals(sha256) ? Optional.of(bytes) : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Forgets what nobody needs any more. */
  static void keepOnly(Set<String> needed) {
    if (!Files.isDirectory(folder())) {
      return;
    }
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file :
          files
              .filter(each -> each.getFileName().toString().matches("[0-9a-f]{64}"))
              .filter(each -> !needed.contains(each.getFileName().toString()))
              .toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
