package dev.peregrine.host.web;

/** Keeps how the person wants the pages to look. */
final class LookRoutes implements Routes {

  @Override
  public void add(RouteRegistry routes) {
    routes.post("/look", this::keep);
  }

  private void keep(Visit visit) {
    visit.keep(Look.of(visit::value));
    if (visit.wantsParts()) {
      visit.nothing();
    } else {
      visit.go(visit.value("back"));
    }
  }
}
