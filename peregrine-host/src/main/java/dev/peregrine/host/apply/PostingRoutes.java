package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.person.CopyFields;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.review.AppliedHint;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SafeHtml;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** The first tab: what they look for, and what their form will ask. */
public final class PostingRoutes implements Routes {

  private static final int MARKED = 60;
  private static final int LONGEST_REASON = 300;

  private final Workspace workspace;
  private final Jobs jobs;
  private final Tailorings tailorings;
  private final CopyFields copies;

  public PostingRoutes(Workspace workspace, Jobs jobs, Tailorings tailorings, CopyFields copies) {
    this.workspace = workspace;
    this.jobs = jobs;
    this.tailorings = tailorings;
    this.copies = copies;
  }

  @Override
  public void add(RouteRegistry routes) {
    workspace.tab(new ApplyTab("", 10, () -> t("apply.tab-posting"), job -> TabState.NONE));
    routes.get("/apply/{id}", this::show);
    routes.post("/apply/{id}/reject", this::reject);
  }

  private void show(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Frame frame = workspace.frame(visit, job, "");
    Optional<TailoredResume> resume = tailorings.toSend(job.id());
    visit.show(
        new PostingPage(
            frame,
            job.posting()
                .description()
                .map(
                    text ->
                        SafeHtml.marked(text, frame.match().terms(MARKED), frame.match().gaps()))
                .orElse(SafeHtml.EMPTY),
            job.applied().map(applied -> AppliedHint.of(applied, job.id(), visit.times())),
            copies.of(resume.map(TailoredResume::document).orElse(ResumeDocument.EMPTY)),
            copies.self(),
            resume.map(TailoredResume::name).orElse(""),
            job.stage() == Stage.APPROVED || job.stage() == Stage.PENDING));
  }

  private void reject(Visit visit) {
    Job job = workspace.job(visit);
    Optional<JobLine> next = workspace.frame(visit, job, "").next();
    String reason = visit.value("own");
    Move move =
        jobs.move(
            List.of(job.id()),
            Stage.REJECTED,
            Optional.of(reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
                .filter(said -> !said.isEmpty()));
    visit.go(
        next.map(JobLine::path).orElse("/apply"),
        move.id() == 0
            ? Toast.of(t("apply.was-rejected"))
            : Toast.undoable(
                move.label(),
                "",
                "/review/undo?move=%d&from=/apply/%d".formatted(move.id(), job.id())));
  }
}
