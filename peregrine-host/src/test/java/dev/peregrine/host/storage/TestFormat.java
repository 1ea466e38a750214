package dev.peregrine.host.storage;

import java.nio.file.Path;

/**
 * The format of the files of tests. A second run of tests that store much has it encrypted: {@code
 * -Dperegrine.test.files=encrypted}.
 */
final class TestFormat {

  static final String SECRET = "a secret of tests that is long enough";

  private TestFormat() {}

  static boolean isEncrypted() {
    return "encrypted".equals(System.getProperty("peregrine.test.files"));
  }

  /** For tenants whose homes are in this folder, or the folder itself. */
  static FileFormat of(Path folder) {
    return isEncrypted() ? encrypted(folder, ServerSecrets.of(SECRET)) : FileFormat.plain();
  }

  static FileFormat encrypted(Path folder, ServerSecrets secrets) {
    return FileFormat.encrypted(
        driver(), new TenantKeys(folder.toAbsolutePath().getParent(), secrets));
  }

  /** Where the build puts the driver that encrypts. */
  static Path driver() {
    return Path.of("..", "sqlcipher-driver", "target", "driver");
  }
}
