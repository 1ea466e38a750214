package dev.peregrine.host.tiers;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The current tenant's {@code config/licence.json}, readable by its owner alone.
 *
 * @param jwt the licence itself; all else is for people and for renewing
 * @param refreshed when the server gave it
 * @param grace until when it counts although it ran out
 * @param trouble why the last renewal failed; empty where it did not
 */
record StoredLicence(
    String jwt, String machine, Instant refreshed, Optional<Instant> grace, String trouble) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Path path() {
    return Tenant.current().config().resolve("licence.json");
  }

  /**
   * What is stored; empty where nothing is.
   *
   * @throws LicenceException where the file is damaged
   */
  static Optional<StoredLicence> read() throws LicenceException {
    try {
      JsonNode root = JSON.readTree(Files.readString(path()));
      String jwt = text(root, "jwt");
      if (jwt.isEmpty()) {
        throw damaged();
      }
      return Optional.of(
          new StoredLicence(
              jwt,
              text(root, "machine_id"),
              time(root, "last_refresh").orElse(Instant.EPOCH),
              time(root, "grace_until"),
              text(root, "trouble")));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException | JacksonException | DateTimeException broken) {
      throw damaged();
    }
  }

  private static LicenceException damaged() {
    return new LicenceException(
        "The file config/licence.json is damaged, so no licence counts. Activate the key again.");
  }

  private static String text(JsonNode root, String name) {
    return root.path(name).asString("");
  }

  private static Optional<Instant> time(JsonNode root, String name) {
    String text = text(root, name);
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  /** Stores it, whole or not at all. */
  void write(Licence says) throws LicenceException {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("jwt", jwt);
    object.put("key_display", LicenceKey.display(says.key()));
    object.put("tier", says.tier());
    object.put("valid_until", says.expires().toString());
    object.put("machine_id", machine);
    object.put("last_refresh", refreshed.toString());
    object.put("grace_until", grace.map(Instant::toString).orElse(null));
    object.put("trouble", trouble.isEmpty() ? null : trouble);
    try {
      Files.createDirectories(path().getParent());
      Path part = Files.createTempFile(path().getParent(), ".licence", ".new", ownerOnly());
      Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object));
      Files.move(part, path(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new LicenceException(
          "The licence cannot be written to \"%s\" (%s). Allow Peregrine to write there, then try again."
              .formatted(path(), failed.getClass().getSimpleName()));
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  static void delete() throws LicenceException {
    try {
      Files.deleteIfExists(path());
    } catch (IOException failed) {
      throw new LicenceException(
          "\"%s\" cannot be deleted (%s). Delete it by hand."
              .formatted(path(), failed.getClass().getSimpleName()));
    }
  }

  /** Hides the token in logs. */
  @Override
  public String toString() {
    return "licence of " + refreshed;
  }
}
