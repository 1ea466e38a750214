package dev.peregrine.host.palette;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;

/** The command palette: as a list in a dialog, and as a page. */
public final class PaletteRoutes implements Routes {

  private static final int LONGEST = 100;

  @Override
  public void add(RouteRegistry routes) {
    var finder = new Finder(routes);
    routes.get(
        "/palette",
        visit ->
            visit.show(
                new PalettePage(
                    visit.shell(t("palette.find-anything"), ""),
                    typed(visit),
                    part(finder, visit))));
    routes.get("/palette/found", visit -> visit.parts(part(finder, visit)));
  }

  private static PalettePart part(Finder finder, Visit visit) {
    String typed = typed(visit);
    return PalettePart.of(typed, typed.isEmpty() ? finder.usual() : finder.find(typed));
  }

  private static String typed(Visit visit) {
    String typed = visit.value("q");
    return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
  }
}
