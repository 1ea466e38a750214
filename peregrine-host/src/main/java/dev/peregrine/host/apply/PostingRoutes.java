package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SafeHtml;
import dev.peregrine.host.web.Visit;

/** The first tab: what they look for. */
public final class PostingRoutes implements Routes {

  private static final int MARKED = 60;

  private final Workspace workspace;

  public PostingRoutes(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public void add(RouteRegistry routes) {
    workspace.tab(new ApplyTab("", 10, () -> t("apply.tab-posting"), job -> TabState.NONE));
    routes.get("/apply/{id}", this::show);
  }

  private void show(Visit visit) {
    Job job = workspace.job(visit);
    Frame frame = workspace.frame(visit, job, "");
    visit.show(
        new PostingPage(
            frame,
            job.posting()
                .description()
                .map(
                    text ->
                        SafeHtml.marked(text, frame.match().terms(MARKED), frame.match().gaps()))
                .orElse(SafeHtml.EMPTY)));
  }
}
