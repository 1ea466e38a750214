package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.applications.Check;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Optional;

/** What the person wants to think of before they apply. */
public final class ChecklistRoutes implements Routes {

  private final Workspace workspace;
  private final Applications applications;

  public ChecklistRoutes(Workspace workspace, Applications applications) {
    this.workspace = workspace;
    this.applications = applications;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.post("/apply/{id}/checks", this::add);
    routes.post("/apply/{id}/checks/{item}/tick", this::tick);
    routes.post("/apply/{id}/checks/{item}/remove", this::remove);
    routes.post("/apply/{id}/checks/{item}/restore", this::restore);
  }

  private void add(Visit visit) {
    Job job = workspace.job(visit);
    Optional<String> wrong =
        applications.checklist().add(job.id(), visit.value("text"), visit.has("every"));
    if (wrong.isPresent()) {
      visit.go(here(job), Toast.of(wrong.get()));
    } else {
      visit.go(here(job));
    }
  }

  private void tick(Visit visit) {
    Job job = workspace.job(visit);
    applications.checklist().tick(job.id(), visit.id("item"), visit.value("done").equals("1"));
    visit.go(here(job));
  }

  private void remove(Visit visit) {
    Job job = workspace.job(visit);
    long item = visit.id("item");
    Optional<Check> there =
        applications.checklist().of(job.id()).stream()
            .filter(each -> each.id() == item)
            .findFirst();
    if (there.isEmpty()) {
      visit.go(here(job));
      return;
    }
    applications.checklist().remove(item);
    visit.go(
        here(job),
        Toast.undoable(
            t("apply.removed"),
            there.get().text(),
            "/apply/%d/checks/%d/restore".formatted(job.id(), item)));
  }

  private void restore(Visit visit) {
    Job job = workspace.job(visit);
    applications.checklist().bringBack(visit.id("item"));
    visit.go(here(job), Toast.of(t("apply.restored")));
  }

  private static String here(Job job) {
    return SendRoutes.path(job.id());
  }
}
