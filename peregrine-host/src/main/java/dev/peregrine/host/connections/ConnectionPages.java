package dev.peregrine.host.connections;

import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import java.time.InstantSource;

/** All pages about integrations as such; what each kind does has pages of its own. */
public final class ConnectionPages implements Routes {

  private final ConnectionsRoutes list;
  private final ConnectionRoutes one;

  public ConnectionPages(
      Integrations integrations,
      PluginRuntime plugins,
      ExtensionSettings settings,
      InstantSource clock) {
    var cards = new Cards(integrations);
    var typed = new Typed(clock);
    var views = new ConnectionViews(settings, cards, typed);
    list = new ConnectionsRoutes(integrations, plugins, cards);
    one = new ConnectionRoutes(integrations, settings, views, typed);
  }

  @Override
  public void add(RouteRegistry routes) {
    list.add(routes);
    one.add(routes);
  }
}
