package dev.peregrine.host.snapshots;

import dev.peregrine.host.storage.TenantKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said of a snapshot: one line of JSON, and below it a code that only who has the service's
 * secrets can make. So nobody who can write to the object store can have other data restored.
 *
 * @param secret the version of the secret from which the archive's key follows
 * @param sha256 of the archive
 * @param tables how many rows each has
 * @param files how many there are beside the database
 */
record Manifest(
    int format,
    String person,
    long epoch,
    long sequence,
    Instant made,
    String peregrine,
    int secret,
    String sha256,
    long bytes,
    Map<String, Long> tables,
    int files) {

  static final int FORMAT = 1;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PURPOSE = "manifest of snapshot";

  Manifest {
    tables = new TreeMap<>(tables);
  }

  SnapshotId id() {
    return new SnapshotId(epoch, sequence);
  }

  long rows() {
    return tables.values().stream().mapToLong(Long::longValue).sum();
  }

  byte[] signed(TenantKeys keys) {
    String line = JSON.writeValueAsString(this);
    return (line + "\n" + code(line, keys, person, secret) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String code(String line, TenantKeys keys, String person, int secret) {
    return HexFormat.of().formatHex(keys.code(person, PURPOSE, secret, line));
  }

  /**
   * Reads one and believes nothing.
   *
   * @throws SnapshotException where it was not made by this service for that person and number
   */
  static Manifest read(byte[] content, String person, SnapshotId id, TenantKeys keys) {
    String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
    Manifest manifest;
    try {
      manifest = JSON.readValue(lines[0], Manifest.class);
    } catch (JacksonException broken) {
      throw wrong(person, id, "its manifest is damaged", broken);
    }
    if (manifest.format() != FORMAT) {
      throw wrong(
          person, id, "it has format \"%d\", expected 1".formatted(manifest.format()), null);
    }
    String code = code(lines[0], keys, person, manifest.secret());
    boolean genuine =
        lines.length > 1
            && MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8), lines[1].getBytes(StandardCharsets.UTF_8));
    if (!genuine || !manifest.person().equals(person) || !manifest.id().equals(id)) {
      throw wrong(person, id, "this service did not make it", null);
    }
    return manifest;
  }

  static SnapshotException wrong(
      String person,
      SnapshotId id,
      String why,
      @org.jspecify.annotations.Nullable Exception cause) {
    return new SnapshotException(
        "Snapshot %s of %s cannot be used: %s. Restore an older one with: peregrine cloud restore --tenant %s --older 1"
            .formatted(id, person, why, person),
        cause);
  }
}
