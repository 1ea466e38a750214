package dev.peregrine.host.boot;

import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.TierSource;
import dev.peregrine.host.web.TenantResolver;

/**
 * Everything in which one person's own Peregrine, the demo and the cloud differ. The wiring asks
 * it; nothing that is wired knows which one it is.
 */
interface Mode extends AutoCloseable {

  /** For whom a command on the command line works. */
  Tenant ofCommands();

  /** Says whose request it is, and has them arrive. */
  TenantResolver resolver(Tenants tenants);

  /** How the databases of tenants are written. */
  default FileFormat files() {
    return FileFormat.plain();
  }

  /** Says which tier a tenant has where no licence does. */
  TierSource tiers();

  /** Who is called, and how. */
  OutgoingOptions outgoing();

  /** The program begins to stay: who is always here arrives. */
  void begin(Tenants tenants);

  @Override
  void close();
}
