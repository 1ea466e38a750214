package dev.peregrine.host.rest;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;

/** The API for other programs, its description, and a page on which people read it. */
public final class RestRoutes implements Routes {

  private static final String PAGE = "/api";

  private final List<Operation<?, ?>> operations;
  private final RestApi api;
  private final Description description;

  public RestRoutes(RestGround ground) {
    operations = Registry.over(ground);
    description = new Description(operations);
    api = new RestApi(operations, description, ground.tokens(), ground.replies());
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.programs(RestApi.ROOT, api::answer);
    routes.findable(
        () -> Findable.at(Findable.Kind.PAGE, t("rest.title"), t("rest.short"), Icon.PLUG, PAGE));
    routes.get(PAGE, this::show);
  }

  private void show(Visit visit) {
    visit.show(
        new ApiPage(
            visit.shell(t("rest.title"), "settings"),
            visit.root() + RestApi.ROOT,
            ApiWords.topics(operations),
            ApiWords.shapes(description.document()),
            ApiWords.problems()));
  }
}
