package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

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
    routes.menu(
        MenuEntry.of("settings", () -> t("settings.settings"), Icon.TUNE, "/settings", 190));
    routes.get(
        "/settings",
        visit ->
            visit.show(
                new SettingsPage(
                    visit.shell(t("settings.settings"), "settings"),
                    SettingsNav.of(routes.settings(), "/settings"))));
    routes.get(
        "/settings/appearance",
        visit ->
            visit.show(
                new AppearancePage(
                    visit.shell(t("settings.appearance"), "settings"),
                    SettingsNav.of(routes.settings(), "/settings/appearance"))));
    routes.findable(
        () ->
            Findable.at(
                    Findable.Kind.SETTING,
                    t("settings.appearance"),
                    SettingsGroup.APP.label(),
                    Icon.TUNE,
                    "/settings/appearance")
                .alsoBy(t("settings.appearance-words")));
    routes.setting(
        new SettingsEntry(
            SettingsGroup.APP,
            () -> t("settings.appearance"),
            "/settings/appearance",
            10,
            () -> t("settings.light-contrast-size-spacing")));
  }
}
