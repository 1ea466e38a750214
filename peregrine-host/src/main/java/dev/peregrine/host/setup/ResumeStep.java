package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.person.ResumeGlance;
import dev.peregrine.host.person.ResumeUploads;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;

/** Setup: a résumé, given or written here. It is stored as soon as it is read. */
public final class ResumeStep implements Routes {

  private static final SetupStep STEP = SetupStep.RESUME;

  private final Setup setup;
  private final Resumes resumes;
  private final ResumeUploads uploads;

  public ResumeStep(Setup setup, Resumes resumes, ResumeUploads uploads) {
    this.setup = setup;
    this.resumes = resumes;
    this.uploads = uploads;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(STEP.path(), visit -> visit.show(page(visit, "")));
    routes.post(STEP.path(), this::goOn);
    routes.post(STEP.path() + "/file", this::give);
  }

  private ResumeStepPage page(Visit visit, String problem) {
    return new ResumeStepPage(
        StepFrame.of(visit, setup, STEP),
        ResumeGlance.of(resumes, visit.times()),
        visit.value("pasted"),
        problem);
  }

  private void give(Visit visit) throws InterruptedException {
    String problem = ResumeUploads.isGiven(visit) ? uploads.take(visit) : t("setup.choose-file");
    if (!problem.isEmpty()) {
      visit.show(422, page(visit, problem));
      return;
    }
    setup.done(STEP);
    visit.go(STEP.path(), Toast.of(t("setup.read-stored")));
  }

  private void goOn(Visit visit) {
    if (resumes.current().isEmpty()) {
      visit.show(422, page(visit, t("setup.no-resume")));
      return;
    }
    setup.done(STEP);
    visit.go(setup.after(STEP));
  }
}
