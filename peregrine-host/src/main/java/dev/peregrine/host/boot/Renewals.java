package dev.peregrine.host.boot;

import dev.peregrine.host.backup.Anew;
import dev.peregrine.host.backup.BackupException;
import dev.peregrine.host.backup.Backups;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts in place what one of many restored, or deletes everything they have, while the program goes
 * on for all others: their work ends, their files are closed, changed and open again with their
 * next request. One that was broken off is finished before anything of theirs is opened.
 */
final class Renewals implements Anew {

  private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

  private final Tenants tenants;
  private final Tasks tasks;
  private final Databases databases;
  private final Function<Tenant, Backups> backups;
  private final Set<Tenant> under = ConcurrentHashMap.newKeySet();
  private volatile Runnable sealing = () -> {};

  /**
   * @param backups of somebody, none of whose files is open
   */
  Renewals(Tenants tenants, Tasks tasks, Databases databases, Function<Tenant, Backups> backups) {
    this.tenants = tenants;
    this.tasks = tasks;
    this.databases = databases;
    this.backups = backups;
  }

  /** Has the secrets that a restore brought sealed, for the current tenant. */
  void seal(Runnable work) {
    sealing = work;
  }

  @Override
  public void begin() {
    Tenant tenant = Tenant.current();
    if (under.add(tenant)) {
      // Whoever asks may be one of the tasks that have to end first.
      Thread.ofPlatform().name("renewal").daemon().start(() -> renew(tenant));
    }
  }

  /** The key seals what all others have, too; what it sealed of this one goes with the rest. */
  @Override
  public Optional<String> forgetKey() {
    return Optional.empty();
  }

  private void renew(Tenant tenant) {
    try {
      tasks.end(tenant);
      tenants.leave(tenant);
      tenant.run(() -> change(tenant));
    } catch (RuntimeException notNow) {
      LOG.error(
          "What {} restored or deleted is not in place; it is tried again", tenant.id(), notNow);
    } finally {
      under.remove(tenant);
    }
  }

  /**
   * Finishes what was broken off, before anything of the current tenant is opened.
   *
   * @throws StorageException while it is being done, or where it cannot be
   */
  void finish() {
    Tenant tenant = Tenant.current();
    if (under.contains(tenant)) {
      throw StorageException.renewing();
    }
    if (backups.apply(tenant).isPending() && under.add(tenant)) {
      try {
        change(tenant);
      } catch (BackupException stuck) {
        throw StorageException.halfRenewed(stuck);
      } finally {
        under.remove(tenant);
      }
    }
  }

  private void change(Tenant tenant) {
    Optional<String> done = databases.whileClosed(() -> backups.apply(tenant).apply());
    done.ifPresent(sentence -> LOG.info("{}: {}", tenant.id(), sentence));
    try {
      sealing.run();
    } catch (BackupException | SecretException later) {
      LOG.error("The secrets of the restored backup of {} are not sealed yet", tenant.id(), later);
    }
  }
}
