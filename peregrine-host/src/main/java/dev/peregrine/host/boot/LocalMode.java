package dev.peregrine.host.boot;

import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.TierSource;
import dev.peregrine.host.web.TenantResolver;
import dev.peregrine.host.web.Visitor;
import dev.peregrine.host.web.WebOptions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** One person's own Peregrine: everybody who reaches it is that person. */
final class LocalMode implements Mode {

  private final Installation installation;
  private final Tenant tenant;

  LocalMode(Installation installation) {
    this.installation = installation;
    tenant = new Tenant("local", installation.home());
  }

  @Override
  public Optional<Tenant> always() {
    return Optional.of(tenant);
  }

  @Override
  public Tenant ofCommands() {
    return tenant;
  }

  @Override
  public WebOptions web(OptionalInt port) {
    var variables = new Variables(installation.environment());
    WebOptions options = WebOptions.local(port.orElse(WebOptions.PORT), installation.zone());
    return variables
        .text("PEREGRINE_LISTEN")
        .map(address -> options.at(address, variables.list("PEREGRINE_NAMES")))
        .orElse(options);
  }

  @Override
  public TenantResolver resolver(Tenants tenants, Predicate<String> programs) {
    return request -> Visitor.of(tenant);
  }

  @Override
  public Duration quietAfter() {
    // There is only one, whose requests nobody counts.
    return ChronoUnit.FOREVER.getDuration();
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
  public Walls walls() {
    return Walls.none(installation.environment());
  }

  @Override
  public void begin(Rota rota) {
    rota.tenants().arrive(tenant);
  }

  @Override
  public void close() {}
}
