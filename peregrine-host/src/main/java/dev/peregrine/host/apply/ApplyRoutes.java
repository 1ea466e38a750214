package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.OptionalLong;

/** The list of approved jobs, from which a person chooses what to apply for. */
public final class ApplyRoutes implements Routes {

  private final Workspace workspace;
  private final Jobs jobs;

  public ApplyRoutes(Workspace workspace, Jobs jobs) {
    this.workspace = workspace;
    this.jobs = jobs;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(
        MenuEntry.of(Workspace.MENU, () -> t("apply.apply"), Icon.APPLY, "/apply", 30)
            .counting(() -> OptionalLong.of(jobs.counts().of(Stage.APPROVED))));
    routes.get("/apply", this::show);
    routes.get("/apply/list", this::lines);
  }

  private void show(Visit visit) {
    visit.show(
        new ApplyPage(
            visit.shell(t("apply.apply"), Workspace.MENU), workspace.list(visit, -1, "")));
  }

  private void lines(Visit visit) {
    visit.parts(new LinesPart(workspace.list(visit, visit.number("here").orElse(-1), "")));
  }
}
