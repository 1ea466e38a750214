package dev.peregrine.host.web;

/** The moving parts of what stands around a page. */
final class ShellRoutes implements Routes {

  private final WebServer server;

  ShellRoutes(WebServer server) {
    this.server = server;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/shell/numbers", visit -> visit.parts(new NavNumbers(server.links(""))));
    routes.get(
        Manifest.PATH,
        visit -> visit.give("application/manifest+json", Manifest.json(server.assets().root())));
    routes.get(
        "/shell/activity",
        visit ->
            visit.parts(new ActivityPart(server.activity().now(visit.times()), visit.token())));
  }
}
