package dev.peregrine.host.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sealed values of one tenant as lines of text: a head, the salt, the check of the key, then a
 * name and its sealed value each. Names are readable without the key, so that what is set can be
 * said even if the key is lost.
 *
 * @param salt of this file alone
 * @param check tells whether a key fits
 * @param values sealed, by name
 */
record SealedFile(byte[] salt, byte[] check, Map<String, byte[]> values) {

  private static final String HEAD = "peregrine-secrets 1";

  SealedFile {
    values = new LinkedHashMap<>(values);
  }

  /** The file; empty where there is none. */
  static Optional<SealedFile> read(Path path) {
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(path);
    } catch (IOException unreadable) {
      throw new SecretException(
          "The stored secrets in \"%s\" cannot be read (%s). Allow Peregrine to read the file."
              .formatted(path, unreadable.getClass().getSimpleName()),
          unreadable);
    }
    try {
      if (!lines.getFirst().equals(HEAD)) {
        throw broken(path, 1);
      }
      var values = new LinkedHashMap<String, byte[]>();
      for (String line : lines.subList(3, lines.size())) {
        int blank = line.indexOf(' ');
        values.put(line.substring(0, blank), decoded(line.substring(blank + 1)));
      }
      return Optional.of(
          new SealedFile(field(lines.get(1), "salt"), field(lines.get(2), "check"), values));
    } catch (RuntimeException malformed) {
      throw malformed instanceof SecretException said ? said : broken(path, 0);
    }
  }

  private static byte[] field(String line, String name) {
    if (!line.startsWith(name + " ")) {
      throw new IllegalArgumentException(name);
    }
    return decoded(line.substring(name.length() + 1));
  }

  private static SecretException broken(Path path, int line) {
    return new SecretException(
        "\"%s\"%s is damaged or was written by a newer Peregrine. Put a copy of the file back, or start the newer program; or forget the stored secrets under Settings → Secrets and enter them again. Nothing was changed."
            .formatted(path, line > 0 ? ", line " + line + "," : ""));
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** Writes the file whole or not at all. */
  void write(Path path) {
    var encoder = Base64.getEncoder();
    var text = new StringBuilder(HEAD).append('\n');
    text.append("salt ").append(encoder.encodeToString(salt)).append('\n');
    text.append("check ").append(encoder.encodeToString(check)).append('\n');
    values.forEach(
        (name, box) ->
            text.append(name).append(' ').append(encoder.encodeToString(box)).append('\n'));
    Path draft = path.resolveSibling("." + path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.deleteIfExists(draft);
      try (FileChannel file =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        if (KeyFile.isPosix()) {
          Files.setPosixFilePermissions(
              draft, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      try {
        Files.move(
            draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException elsewhere) {
        Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failed) {
      throw new SecretException(
          "The stored secrets cannot be written to \"%s\" (%s); they are as they were. Free some space or allow Peregrine to write there."
              .formatted(path, failed.getClass().getSimpleName()),
          failed);
    }
  }
}
