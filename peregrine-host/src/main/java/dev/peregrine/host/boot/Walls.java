package dev.peregrine.host.boot;

import dev.peregrine.host.http.InstalledBrowser;
import dev.peregrine.host.plugins.CuratedPlugins;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.web.Routes;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands between tenants and the machine. Where entered addresses may lead belongs to it, too,
 * and is said with how others are called.
 *
 * @param managed what whoever runs the program decides alone
 * @param environment the variables that a secret of the form <code>${NAME}</code> may name
 * @param plugins which plugins run, for everybody alike; empty where the person decides
 */
record Walls(
    Set<Matter> managed, Map<String, String> environment, Optional<CuratedPlugins> plugins) {

  private static final String BROWSER = "PEREGRINE_CHROMIUM";

  Walls {
    managed = Set.copyOf(managed);
    environment = Map.copyOf(environment);
  }

  /** Whoever uses the program runs it. */
  static Walls none(Map<String, String> environment) {
    return new Walls(Set.of(), environment, Optional.empty());
  }

  /**
   * Whoever uses the program is a stranger to the machine and to all others.
   *
   * @param curated the list of the plugins that may run; need not exist
   */
  static Walls around(Path curated) {
    return new Walls(
        EnumSet.allOf(Matter.class), Map.of(), Optional.of(new CuratedPlugins(curated)));
  }

  /** The same, where people may do something that others leave to whoever runs the program. */
  Walls letting(Matter matter) {
    return new Walls(
        managed.stream().filter(each -> each != matter).collect(Collectors.toSet()),
        environment,
        plugins);
  }

  /** The gate before a matter. */
  Gate gate(Matter matter) {
    return managed.contains(matter) ? matter.gate() : Gate.OPEN;
  }

  /** Stands before the pages of what is managed. Before all other routes. */
  Routes routes() {
    return routes ->
        managed.forEach(
            matter -> matter.paths().forEach(path -> routes.guard(path, matter.gate())));
  }

  /**
   * The browser for pages that are empty without one. It runs what strangers point it at, so that
   * it is used for them only where whoever runs the program named one.
   */
  InstalledBrowser browser(Installation installation) {
    boolean named = !installation.environment().getOrDefault(BROWSER, "").isBlank();
    return managed.contains(Matter.MACHINE) && !named
        ? new InstalledBrowser(Map.of(BROWSER, "none"))
        : installation.browser();
  }

  /** Those gates, and one before what works on the machine itself. */
  ExtensionGates before(ExtensionGates gates) {
    return key ->
        Matter.isOnTheMachine(key) && managed.contains(Matter.FOLDERS)
            ? Matter.FOLDERS.gate()
            : gates.extension(key);
  }
}
