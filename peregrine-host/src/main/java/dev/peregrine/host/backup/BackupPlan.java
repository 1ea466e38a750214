package dev.peregrine.host.backup;

import java.util.Optional;

/**
 * What goes into a backup.
 *
 * @param passphrase with one, the archive is encrypted and holds keys and passwords as well
 * @param withPlugins whether the jars of the person's own plugins go along
 * @param portable whether any Peregrine can restore it, where databases are encrypted so that only
 *     this one could
 */
public record BackupPlan(Optional<Passphrase> passphrase, boolean withPlugins, boolean portable) {

  /** As the database is kept here. */
  public BackupPlan(Optional<Passphrase> passphrase, boolean withPlugins) {
    this(passphrase, withPlugins, false);
  }

  /** Everything but secrets and jars. */
  public static BackupPlan usual() {
    return new BackupPlan(Optional.empty(), false);
  }
}
