package dev.peregrine.host.boot;

import dev.peregrine.host.depot.DepotRoutes;
import dev.peregrine.host.depots.Depots;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.web.Routes;

/** Documents that are kept elsewhere, too, wired. */
final class Depositing {

  private final Depots depots;
  private final Routes routes;

  Depositing(AfterApplying.Ground ground, AfterApplying afterApplying, Integrations integrations) {
    depots =
        new Depots(
            ground.databases(),
            integrations,
            afterApplying.applications(),
            afterApplying.researching().briefs(),
            ground.tasks(),
            ground.live(),
            ground.clock(),
            ground.zone());
    routes = new DepotRoutes(depots, integrations, ground.jobs());
  }

  Depots depots() {
    return depots;
  }

  Routes routes() {
    return routes;
  }
}
