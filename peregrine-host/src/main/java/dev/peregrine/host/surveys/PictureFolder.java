package dev.peregrine.host.surveys;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The bytes of pictures, each kept once under its SHA-256. */
final class PictureFolder {

  private static final String NAME = "[0-9a-f]{64}";

  private PictureFolder() {}

  private static Path folder() {
    return Tenant.current().data().resolve("documents").resolve("surveys");
  }

  /** Keeps bytes, and gives their SHA-256. */
  static String keep(byte[] bytes) {
    String sha256 = sha256(bytes);
    try {
      Files.createDirectories(folder());
      Path half = Files.createTempFile(folder(), "half-", "");
      Files.write(half, bytes);
      Files.move(half, folder().resolve(sha256), StandardCopyOption.REPLACE_EXISTING);
      return sha256;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  static Optional<byte[]> find(String sha256) {
    Path file = folder().resolve(sha256);
    try {
      return sha256.matches(NAME) && Files.isRegularFile(file)
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Forgets what no survey needs any more. */
  static void keepOnly(Collection<String> needed) {
    if (!Files.isDirectory(folder())) {
      return;
    }
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(each -> isUnneeded(each, needed)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }

  private static boolean isUnneeded(Path file, Collection<String> needed) {
    String name = String.valueOf(file.getFileName());
    return name.matches(NAME) && !needed.contains(name);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
