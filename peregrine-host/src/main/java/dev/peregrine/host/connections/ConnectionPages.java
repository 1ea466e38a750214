package dev.peregrine.host.connections;

import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import java.time.InstantSource;

/** All pages about integrations as such; what each kind does has pages of its own. */
public final class ConnectionPages implements Routes {

  private final ConnectionsRoutes list;
  private final ConnectionRoutes one;
  private final SignInRoutes signIn;

  public ConnectionPages(
      Integrations integrations,
      PluginRuntime plugins,
      ExtensionSettings settings,
      OAuth oauth,
      DeviceSignIns devices,
      InstantSource clock) {
    var cards = new Cards(integrations);
    var typed = new Typed(clock);
    var signIns = new SignInViews(oauth, devices);
    var views = new ConnectionViews(settings, cards, typed, signIns);
    var form = new ConnectionForm(settings, views, typed);
    list = new ConnectionsRoutes(integrations, plugins, cards);
    one = new ConnectionRoutes(integrations, views, form);
    signIn = new SignInRoutes(integrations, oauth, devices, signIns, views, form);
  }

  @Override
  public void add(RouteRegistry routes) {
    list.add(routes);
    one.add(routes);
    signIn.add(routes);
  }
}
