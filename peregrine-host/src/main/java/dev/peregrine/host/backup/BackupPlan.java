package dev.peregrine.host.backup;

import java.util.Optional;

/**
 * What goes into a backup.
 *
 * @param passphrase with one, the archive is encrypted and holds keys and passwords as well
 * @param withPlugins whether the jars of the person's own plugins go along
 */
public record BackupPlan(Optional<Passphrase> passphrase, boolean withPlugins) {

  /** Everything but secrets and jars. */
  public static BackupPlan usual() {
    return new BackupPlan(Optional.empty(), false);
  }
}
