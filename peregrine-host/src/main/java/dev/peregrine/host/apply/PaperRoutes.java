package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.applications.Paper;
import dev.peregrine.host.applications.RefusedPaperException;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;

/** The files that go along with an application. */
public final class PaperRoutes implements Routes {

  private final Workspace workspace;
  private final Applications applications;

  public PaperRoutes(Workspace workspace, Applications applications) {
    this.workspace = workspace;
    this.applications = applications;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.post("/apply/{id}/papers", this::attach);
    routes.get("/apply/{id}/papers/{paper}", this::give);
    routes.post("/apply/{id}/papers/{paper}/remove", this::remove);
    routes.post("/apply/{id}/papers/{paper}/restore", this::restore);
  }

  private void attach(Visit visit) {
    Job job = workspace.job(visit);
    var refused = new ArrayList<String>();
    int kept = 0;
    List<Visit.Upload> files = visit.files("file");
    for (Visit.Upload file : files) {
      try {
        applications.papers().attach(job.id(), file.name(), file.bytes());
        kept++;
      } catch (RefusedPaperException why) {
        refused.add(String.valueOf(why.getMessage()));
      }
    }
    String here = SendRoutes.path(job.id()) + "#papers";
    if (files.isEmpty()) {
      visit.go(here, Toast.of(t("apply.choose-file")));
    } else if (!refused.isEmpty()) {
      visit.go(here, Toast.of(refused.getFirst()));
    } else {
      visit.go(here, Toast.of(t("apply.attached", "count", kept)));
    }
  }

  private void give(Visit visit) {
    Paper paper = paper(visit);
    byte[] bytes =
        applications
            .papers()
            .bytes(paper.sha256())
            .orElseThrow(() -> new NoSuchPageException("file", paper.name()));
    visit.download(paper.name(), bytes);
  }

  private void remove(Visit visit) {
    Paper paper = paper(visit);
    applications.papers().remove(paper.id());
    String here = SendRoutes.path(paper.job());
    visit.go(
        here,
        Toast.undoable(
            t("apply.removed"),
            paper.name(),
            "/apply/%d/papers/%d/restore".formatted(paper.job(), paper.id())));
  }

  private void restore(Visit visit) {
    Paper paper = paper(visit);
    applications.papers().bringBack(paper.id());
    visit.go(SendRoutes.path(paper.job()), Toast.of(t("apply.restored")));
  }

  private Paper paper(Visit visit) {
    long id = visit.id("paper");
    return applications
        .papers()
        .findById(id)
        .filter(paper -> paper.job() == visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException("file", Long.toString(id)));
  }
}
