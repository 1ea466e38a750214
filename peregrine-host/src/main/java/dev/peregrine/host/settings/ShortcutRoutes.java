package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Look;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Shell;
import dev.peregrine.host.web.Shortcut;
import dev.peregrine.host.web.Shortcuts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The shortcuts: a page, and the sheet that a key opens. */
public final class ShortcutRoutes implements Routes {

  private static final String HERE = "/settings/shortcuts";
  private static final String KEYS = "keys";

  @Override
  public void add(RouteRegistry routes) {
    routes.setting(
        new SettingsEntry(
            SettingsGroup.APP,
            () -> t("settings.shortcuts"),
            HERE,
            12,
            () -> t("settings.shortcuts-said", "count", Shortcuts.all().size())));
    routes.get(
        HERE,
        visit -> {
          Shell shell = visit.shell(t("settings.shortcuts"), "settings");
          visit.show(
              new ShortcutsPage(
                  shell, SettingsNav.of(routes.settings(), HERE), question(shell), places()));
        });
    routes.get(
        HERE + "/list",
        visit -> visit.parts(new ShortcutsPart(places(), !visit.look().isKeyless())));
  }

  private static Look.Question question(Shell shell) {
    return shell.questions().stream().filter(q -> q.name().equals(KEYS)).findFirst().orElseThrow();
  }

  private static Map<String, List<Shortcut>> places() {
    var places = new LinkedHashMap<String, List<Shortcut>>();
    for (Shortcut shortcut : Shortcuts.all()) {
      places
          .computeIfAbsent(shortcut.where().toLowerCase(Locale.ROOT), where -> new ArrayList<>())
          .add(shortcut);
    }
    return places;
  }
}
