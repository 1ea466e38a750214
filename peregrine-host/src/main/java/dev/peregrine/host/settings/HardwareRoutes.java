package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.hardware.Findings;
import dev.peregrine.host.hardware.HardwareLook;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** What the machine can do and which services run on it: as {@code doctor} says it. */
public final class HardwareRoutes implements Routes {

  private static final String PATH = "/settings/hardware";

  private final HardwareLook look;

  public HardwareRoutes(HardwareLook look) {
    this.look = look;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.setting(
        new SettingsEntry(
            SettingsGroup.APP, () -> t("settings.machine"), PATH, 60, HardwareRoutes::said));
    routes.get(PATH, visit -> visit.show(page(visit, SettingsNav.of(routes.settings(), PATH))));
    routes.post(
        PATH + "/again",
        visit -> {
          look.again();
          visit.go(PATH);
        });
  }

  private static String said() {
    return t("settings.machine-said");
  }

  private HardwarePage page(Visit visit, SettingsNav nav) throws InterruptedException {
    Optional<Findings> found = look.findings();
    return new HardwarePage(
        visit.shell(t("settings.machine"), "settings"),
        nav,
        found.isPresent() ? "" : look.step(),
        found.map(each -> visit.times().momentWithin(each.at())).orElse(""),
        found.map(Findings::profile).orElse(""),
        found.map(Findings::reason).orElse(""),
        found.map(HardwareRoutes::lines).orElse(List.of()));
  }

  /** The profile stands above the others. */
  private static List<HardwarePage.Line> lines(Findings found) {
    return found.facts().stream()
        .filter(fact -> !fact.check().equals("profile"))
        .map(fact -> new HardwarePage.Line(fact.title(), fact.fine(), fact.sentence()))
        .toList();
  }
}
