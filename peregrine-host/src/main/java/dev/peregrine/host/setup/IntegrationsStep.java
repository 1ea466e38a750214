package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.plugins.ExtensionInfo;
import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Setup: the plugins that connect Peregrine with other programs of the person's. */
public final class IntegrationsStep implements Routes {

  private static final SetupStep STEP = SetupStep.INTEGRATIONS;
  private static final String POINT = "integration";
  private static final String SHELF = "/plugins?kind=" + POINT;

  private final Setup setup;
  private final PluginRuntime plugins;
  private final Integrations integrations;

  public IntegrationsStep(Setup setup, PluginRuntime plugins, Integrations integrations) {
    this.setup = setup;
    this.plugins = plugins;
    this.integrations = integrations;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(
        STEP.path(),
        visit ->
            visit.show(new IntegrationsStepPage(StepFrame.of(visit, setup, STEP), integrations())));
    routes.post(STEP.path(), this::goOn);
  }

  private void goOn(Visit visit) {
    setup.done(STEP);
    visit.go(setup.after(STEP));
  }

  private List<IntegrationsStepPage.Line> integrations() {
    return plugins.plugins().stream()
        .filter(plugin -> plugin.points().contains(POINT))
        .flatMap(plugin -> lines(plugin))
        .toList();
  }

  private Stream<IntegrationsStepPage.Line> lines(InstalledPlugin plugin) {
    Optional<String> locked = plugins.locked(plugin.id()).map(Locked::sentence);
    if (plugin.state() != PluginState.ON) {
      return Stream.of(
          new IntegrationsStepPage.Line(
              plugin.id(),
              locked.orElseGet(() -> plugin.reason().isEmpty() ? t("setup.off") : plugin.reason()),
              false,
              locked.isPresent(),
              t("setup.look-at-it"),
              SHELF));
    }
    return plugin.extensions().stream()
        .filter(extension -> extension.point().equals(POINT))
        .map(extension -> running(extension, locked));
  }

  private IntegrationsStepPage.Line running(ExtensionInfo extension, Optional<String> locked) {
    Optional<Connection> connection = integrations.byKey(extension.key());
    boolean connected = connection.filter(Connection::isConnected).isPresent();
    String said =
        connection
            .filter(Connection::isConnected)
            .map(Connection::reached)
            .orElse(extension.descriptor().about().summary());
    return new IntegrationsStepPage.Line(
        extension.descriptor().about().name(),
        locked.orElse(said),
        locked.isEmpty() && connected,
        locked.isPresent(),
        connected ? t("setup.change") : t("setup.connect"),
        connection.map(Connection::path).orElse(SHELF));
  }
}
