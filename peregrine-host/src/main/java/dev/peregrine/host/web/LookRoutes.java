package dev.peregrine.host.web;

/** Keeps how the person wants the pages to look. */
final class LookRoutes implements Routes {

  @Override
  public void add(RouteRegistry routes) {
    routes.post("/look", this::keep);
  }

  private void keep(Visit visit) {
    // A form that asks for one thing leaves the rest as it is.
    Look now = visit.look();
    visit.keep(Look.of(name -> visit.typed(name) == null ? now.value(name) : visit.value(name)));
    if (visit.wantsParts()) {
      visit.nothing();
    } else {
      visit.go(visit.value("back"));
    }
  }
}
