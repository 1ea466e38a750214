package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a server from which the keys of its tenants' files follow, by version. New files
 * take the newest; those of older versions are read until they are encrypted anew. A file of
 * secrets is read again when it changed, so that a version can be added while the server runs.
 *
 * <p><b>Threads:</b> any.
 */
public final class ServerSecrets {

  /** Fewer characters than this could be guessed. */
  public static final int SHORTEST = 32;

  private static final int LAST_VERSION = 0xffff;

  private final @Nullable Path file;

  // Guarded by this.
  private NavigableMap<Integer, byte[]> known = new TreeMap<>();
  private @Nullable Stamp read;

  private record Stamp(FileTime modified, long bytes) {}

  private ServerSecrets(@Nullable Path file) {
    this.file = file;
  }

  /**
   * A single secret, as version 1.
   *
   * @throws StorageException where it is too short
   */
  public static ServerSecrets of(String secret) {
    var secrets = new ServerSecrets(null);
    secrets.known.put(1, checked(1, secret, "The server's secret"));
    return secrets;
  }

  /**
   * The secrets in a file: one a line, its version before it, such as {@code 2: gC0…}. Empty lines
   * and those that begin with {@code #} mean nothing.
   *
   * @throws StorageException where the file cannot be read or holds something else
   */
  public static ServerSecrets in(Path file) {
    var secrets = new ServerSecrets(file);
    var _ = secrets.newest();
    return secrets;
  }

  /** The version that new files take. */
  public synchronized int newest() {
    refresh();
    return known.lastKey();
  }

  /**
   * The secret of a version.
   *
   * @throws StorageException where there is none
   */
  synchronized byte[] of(int version, Path wantedFor) {
    byte[] secret = known.get(version);
    if (secret == null) {
      refresh();
      secret = known.get(version);
    }
    if (secret == null) {
      throw new StorageException(
          StorageException.Kind.OTHER_KEY,
          "Database file \"%s\" is encrypted with version \"%d\" of the server's secret; this server knows %s. Add that version to its secrets. The file was left as it is."
              .formatted(wantedFor, version, known.keySet()),
          null);
    }
    return secret.clone();
  }

  private void refresh() {
    Path from = file;
    if (from == null) {
      return;
    }
    try {
      var now = new Stamp(Files.getLastModifiedTime(from), Files.size(from));
      if (!now.equals(read)) {
        known = parsed(from, Files.readAllLines(from, StandardCharsets.UTF_8));
        read = now;
      }
    } catch (IOException failed) {
      if (known.isEmpty()) {
        throw new StorageException(
            "The server's secrets cannot be read from \"%s\" (%s). Give its user the right to read that file."
                .formatted(from, failed.getClass().getSimpleName()),
            failed);
      }
      // What was read before goes on being right.
    }
  }

  private static NavigableMap<Integer, byte[]> parsed(Path from, List<String> lines) {
    var secrets = new TreeMap<Integer, byte[]>();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String where = "Line %d of \"%s\"".formatted(at + 1, from);
      int colon = line.indexOf(':');
      String number = colon < 0 ? "" : line.substring(0, colon).strip();
      if (!number.matches("[1-9][0-9]{0,4}") || Integer.parseInt(number) > LAST_VERSION) {
        throw new StorageException(
            where + ": expected a version from 1 to 65535, a colon and a secret.", null);
      }
      int version = Integer.parseInt(number);
      if (secrets.put(version, checked(version, line.substring(colon + 1).strip(), where))
          != null) {
        throw new StorageException(
            "%s: version \"%d\" is there twice; give the newer one a number of its own."
                .formatted(where, version),
            null);
      }
    }
    if (secrets.isEmpty()) {
      throw new StorageException(
          "\"%s\" holds no secret; expected a line such as 1: followed by 32 random characters or more."
              .formatted(from),
          null);
    }
    return secrets;
  }

  private static byte[] checked(int version, String secret, String where) {
    if (secret.length() < SHORTEST) {
      throw new StorageException(
          "%s: secret of version \"%d\" has %d characters, expected %d or more. Make one with: openssl rand -base64 48"
              .formatted(where, version, secret.length(), SHORTEST),
          null);
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  /** How many there are, and nothing of what they are. */
  @Override
  public synchronized String toString() {
    return "secrets of versions " + Map.copyOf(known).keySet().stream().sorted().toList();
  }
}
