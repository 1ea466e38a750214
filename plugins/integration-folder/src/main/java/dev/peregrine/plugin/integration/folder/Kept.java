package dev.peregrine.plugin.integration.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a document's id says: where it was put, and what was in it, so that a file that the person
 * changed or put in its place is not taken for it.
 *
 * @param steps below the folder of the settings
 * @param hash of what was written
 */
record Kept(List<String> steps, String hash) {

  private static final int HASH = 16;

  static Optional<Kept> parse(String id) {
    int hash = id.lastIndexOf('#');
    if (hash < 1) {
      return Optional.empty();
    }
    List<String> steps = List.of(id.substring(0, hash).split("/"));
    boolean odd = steps.stream().anyMatch(step -> step.matches("|\\.|\\.\\.|.*[\\\\\\x00].*"));
    return odd ? Optional.empty() : Optional.of(new Kept(steps, id.substring(hash + 1)));
  }

  String id() {
    return String.join("/", steps) + "#" + hash;
  }

  String path() {
    return String.join("/", steps);
  }

  /** Whether it is there as it was written. */
  boolean isIn(Path root) throws IOException {
    Path file = root.resolve(path());
    return Files.isRegularFile(file) && hash(file).equals(hash);
  }

  static String shortened(String sha256) {
    return sha256.substring(0, HASH);
  }

  static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      var part = new byte[64 << 10];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        digest.update(part, 0, read);
      }
      return shortened(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
