package dev.peregrine.host.boot;

import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.TierSource;
import dev.peregrine.host.web.TenantResolver;
import java.nio.file.Path;
import java.util.Optional;

/** One person's own Peregrine: everybody who reaches it is that person. */
final class LocalMode implements Mode {

  private final Tenant tenant;

  /**
   * @param home where everything that lives is
   */
  LocalMode(Path home) {
    tenant = new Tenant("local", home);
  }

  @Override
  public Tenant ofCommands() {
    return tenant;
  }

  @Override
  public TenantResolver resolver(Tenants tenants) {
    return request -> Optional.of(tenant);
  }

  @Override
  public TierSource tiers() {
    return TierSource.LICENCE;
  }

  @Override
  public OutgoingOptions outgoing() {
    return OutgoingOptions.usual();
  }

  @Override
  public void begin(Tenants tenants) {
    tenants.arrive(tenant);
  }

  @Override
  public void close() {}
}
