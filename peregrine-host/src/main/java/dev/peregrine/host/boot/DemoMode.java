package dev.peregrine.host.boot;

import dev.peregrine.host.demo.DemoRoutes;
import dev.peregrine.host.demo.Template;
import dev.peregrine.host.demo.VisitorDoor;
import dev.peregrine.host.demo.VisitorLimits;
import dev.peregrine.host.demo.Visitors;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.http.Reach;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.Entitlement;
import dev.peregrine.host.tiers.TierSource;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.TenantResolver;
import dev.peregrine.host.web.WebOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The demo: each visitor has a copy of invented data to themselves, and nobody is called. */
final class DemoMode implements Mode {

  private static final int TIDY_SECONDS = 30;

  private final Tenant nobody;
  private final DemoSettings settings;
  private final ZoneId zone;
  private final Template template;
  private final Visitors visitors;
  private final ScheduledExecutorService tidying =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("demo-tidying").daemon().factory());

  /**
   * @param installation whose home is the demo's alone
   * @param maker of what each visitor begins with
   */
  DemoMode(Installation installation, DemoSettings settings, Template.Maker maker) {
    Path home = installation.home();
    this.settings = settings;
    zone = installation.zone();
    VisitorLimits limits = settings.limits();
    nobody = new Tenant("nobody", home);
    template = new Template(home.resolve("templates"), maker, installation.clock());
    visitors =
        new Visitors(
            home.resolve("visitors"), template, limits, installation.clock(), new SecureRandom());
  }

  @Override
  public Optional<Tenant> always() {
    return Optional.empty();
  }

  @Override
  public Tenant ofCommands() {
    return nobody;
  }

  @Override
  public WebOptions web(OptionalInt port) {
    WebOptions said = settings.web(zone);
    return port.isPresent() ? said.on(port.getAsInt()) : said;
  }

  @Override
  public TenantResolver resolver(Tenants tenants, Predicate<String> programs) {
    return new VisitorDoor(visitors, nobody);
  }

  @Override
  public TierSource tiers() {
    return () ->
        Optional.of(
            new TierSource.Granted(visitors.state().tier().key(), Entitlement.Origin.TRIED));
  }

  @Override
  public OutgoingOptions outgoing() {
    return OutgoingOptions.usual().withReach(Reach.NOBODY);
  }

  @Override
  public Walls walls() {
    return Walls.around(PluginCurateCommand.list(nobody.home()));
  }

  @Override
  public boolean asksModels() {
    return false;
  }

  @Override
  public List<Routes> routes() {
    return List.of(new DemoRoutes(visitors, settings.limits()));
  }

  @Override
  public void begin(Rota rota) {
    visitors.begin(rota.tenants());
    template.begin();
    // Runs until it is closed.
    var _ =
        tidying.scheduleWithFixedDelay(this::tidy, TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
  }

  private void tidy() {
    try {
      visitors.tidy();
      template.renewIfOld();
    } catch (RuntimeException later) {
      System.getLogger(DemoMode.class.getName())
          .log(System.Logger.Level.WARNING, "The demo was not tidied; it is tried again", later);
    }
  }

  @Override
  public void close() {
    tidying.shutdownNow();
  }
}
