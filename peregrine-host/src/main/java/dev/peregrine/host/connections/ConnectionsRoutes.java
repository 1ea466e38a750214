package dev.peregrine.host.connections;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Notice;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All services that can be connected, and how those stand that are. */
final class ConnectionsRoutes implements Routes {

  static final String HERE = "/settings/integrations";

  private static final String POINT = "integration";

  private final Integrations integrations;
  private final PluginRuntime plugins;
  private final Cards cards;
  private List<SettingsEntry> entries = List.of();

  ConnectionsRoutes(Integrations integrations, PluginRuntime plugins, Cards cards) {
    this.integrations = integrations;
    this.plugins = plugins;
    this.cards = cards;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("connections.title"), HERE, 23, this::said));
    routes.get(HERE, visit -> visit.show(page(visit)));
    routes.notice(this::broken);
    routes.findables((words, most) -> integrations.all().stream().map(this::findable).toList());
  }

  private Findable findable(Connection connection) {
    return Findable.at(
            Findable.Kind.SETTING,
            connection.name(),
            connection.descriptor().about().summary(),
            Icon.PLUG,
            connection.path())
        .alsoBy(t("connections.title"));
  }

  private String said() {
    List<Connection> connected = integrations.connected();
    long broken = connected.stream().filter(ConnectionsRoutes::needsThePerson).count();
    return broken > 0
        ? t("connections.some-need-you", "count", broken)
        : t("connections.count-said", "count", connected.size());
  }

  private static boolean needsThePerson(Connection connection) {
    return connection.locked().isEmpty()
        && connection.trouble().filter(trouble -> !trouble.passes()).isPresent();
  }

  /** One that waits for the person stands at the foot of the navigation. */
  private Optional<Notice> broken() {
    List<Connection> broken =
        integrations.connected().stream().filter(ConnectionsRoutes::needsThePerson).toList();
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice(
                Notice.Kind.QUIET,
                t("connections.some-need-you", "count", broken.size()),
                broken.getFirst().trouble().orElseThrow().sentence(),
                t("connections.look"),
                broken.size() == 1 ? broken.getFirst().path() : HERE));
  }

  private ConnectionsPage page(Visit visit) {
    List<Connection> all = integrations.all();
    var groups = new ArrayList<ConnectionsPage.Group>();
    for (Sort sort : Sort.values()) {
      List<Card> of =
          all.stream()
              .filter(connection -> Sort.of(connection.descriptor()) == sort)
              .map(connection -> cards.of(connection, visit.times()))
              .toList();
      if (!of.isEmpty()) {
        groups.add(
            new ConnectionsPage.Group(
                sort.key(),
                t("connections.kind-" + sort.key()),
                t("connections.kind-about-" + sort.key()),
                of));
      }
    }
    return new ConnectionsPage(
        visit.shell(t("connections.title"), "settings"),
        SettingsNav.of(entries, HERE),
        said(),
        groups,
        off());
  }

  private List<ConnectionsPage.Off> off() {
    return plugins.plugins().stream()
        .filter(plugin -> plugin.points().contains(POINT) && plugin.state() != PluginState.ON)
        .map(ConnectionsRoutes::off)
        .toList();
  }

  private static ConnectionsPage.Off off(InstalledPlugin plugin) {
    return new ConnectionsPage.Off(
        plugin.id(), plugin.reason().isEmpty() ? t("connections.off-why") : plugin.reason());
  }

  /** The four kinds, in the order of the page. */
  private enum Sort {
    TRACKER,
    DOCUMENTS,
    CALENDAR,
    NOTIFIER;

    static Sort of(IntegrationDescriptor descriptor) {
      return switch (descriptor) {
        case IntegrationDescriptor.ForTracker _ -> TRACKER;
        case IntegrationDescriptor.ForDocumentStore _ -> DOCUMENTS;
        case IntegrationDescriptor.ForCalendar _ -> CALENDAR;
        case IntegrationDescriptor.ForNotifier _ -> NOTIFIER;
      };
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
