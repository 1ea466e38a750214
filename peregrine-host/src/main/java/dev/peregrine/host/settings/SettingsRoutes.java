package dev.peregrine.host.settings;

import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;

/** The list of everything that can be set, and how the pages look. */
public final class SettingsRoutes implements Routes {

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(MenuEntry.of("settings", "Settings", Icon.TUNE, "/settings", 190));
    routes.get(
        "/settings",
        visit ->
            visit.show(
                new SettingsPage(
                    visit.shell("Settings", "settings"),
                    SettingsNav.of(routes.settings(), "/settings"))));
    routes.get(
        "/settings/appearance",
        visit ->
            visit.show(
                new AppearancePage(
                    visit.shell("Appearance", "settings"),
                    SettingsNav.of(routes.settings(), "/settings/appearance"))));
    routes.findable(
        Findable.at(
                Findable.Kind.SETTING,
                "Appearance",
                "Settings, App",
                Icon.TUNE,
                "/settings/appearance")
            .alsoBy(
                "theme dark light contrast colours colour blind solarized font letters dyslexia legible size"
                    + " spacing density motion animation focus comfort look"));
    routes.setting(
        new SettingsEntry(
            SettingsGroup.APP,
            "Appearance",
            "/settings/appearance",
            10,
            () -> "Light, colours, letters, size, spacing and movement, for this browser."));
  }
}
