package dev.peregrine.host.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of tenants' files: HMAC-SHA256 of the tenant's id under a version of the server's
 * secret. Whose a file is follows from the folder below the common one in which it lies, so that
 * copies and snapshots have their owner's key as well.
 */
public final class TenantKeys {

  private final Path root;
  private final ServerSecrets secrets;

  /**
   * @param root the folder with a folder for each tenant, named as their id
   */
  public TenantKeys(Path root, ServerSecrets secrets) {
    this.root = root.toAbsolutePath().normalize();
    this.secrets = secrets;
  }

  /** The version that new files take. */
  public int newest() {
    return secrets.newest();
  }

  /**
   * The key of a file.
   *
   * @throws StorageException where this server has no secret of that version
   */
  FileKey of(Path file, int version) {
    byte[] secret = secrets.of(version, file);
    return new FileKey(version, hmac(secret, owner(file)));
  }

  /**
   * A code that only who has the secrets can make, as a key for something else or as a proof.
   *
   * @param purpose what it is for, so that no two uses have the same one
   * @param version of the secret
   * @throws StorageException where this server has no secret of that version
   */
  public byte[] code(String tenant, String purpose, int version, String text) {
    byte[] secret = secrets.of(version, Path.of(purpose + " of " + tenant));
    return hmac(hmac(secret, purpose + " of " + tenant), text);
  }

  private String owner(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!absolute.startsWith(root) || absolute.getNameCount() < root.getNameCount() + 2) {
      throw new StorageException(
          "Database file \"%s\" is in no tenant's folder; those are in \"%s\"."
              .formatted(file, root),
          null);
    }
    return absolute.getName(root.getNameCount()).toString();
  }

  static byte[] hmac(byte[] secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
