package dev.peregrine.host.backup;

import java.nio.file.Path;

/** The backup is encrypted, and its passphrase was not given. */
public final class LockedBackupException extends BackupException {

  private static final long serialVersionUID = 1L;

  LockedBackupException(Path file) {
    super(
        "\"%s\" is encrypted. Give its passphrase: on the page, or with --passphrase-file."
            .formatted(file.getFileName()));
  }
}
