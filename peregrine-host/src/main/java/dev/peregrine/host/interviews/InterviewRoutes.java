package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The board of applications, and moving them. */
public final class InterviewRoutes implements Routes {

  private static final int PAGE = 50;

  private final Interviews interviews;
  private final Jobs jobs;

  public InterviewRoutes(Interviews interviews, Jobs jobs) {
    this.interviews = interviews;
    this.jobs = jobs;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(
        MenuEntry.of(
                Interviews.MENU, () -> t("interviews.interviews"), Icon.TALK, "/interviews", 40)
            .counting(() -> OptionalLong.of(running())));
    routes.get("/interviews", this::show);
    routes.post("/interviews/{id}/move", this::move);
    routes.post("/interviews/undo", this::undo);
  }

  private long running() {
    var counts = jobs.counts();
    return Stream.of(Stage.PHONE_SCREEN, Stage.INTERVIEWING, Stage.OFFER)
        .mapToLong(counts::of)
        .sum();
  }

  private void show(Visit visit) {
    visit.show(
        new InterviewsPage(
            visit.shell(t("interviews.interviews"), Interviews.MENU),
            MoveChoices.STAGES.stream().map(this::lane).toList()));
  }

  private InterviewsPage.Lane lane(Stage stage) {
    return new InterviewsPage.Lane(
        Words.stage(stage),
        jobs.page(JobFilter.stage(stage), Optional.empty(), PAGE).rows().stream()
            .map(
                row ->
                    new InterviewsPage.Tile(
                        row.id(),
                        row.title(),
                        row.company().orElseGet(() -> t("interviews.no-company"))))
            .toList());
  }

  private void move(Visit visit) {
    Job job = interviews.job(visit);
    String here = Interviews.path(job.id());
    try {
      Decision decision = MoveForm.decision(visit);
      Move made =
          jobs.move(
              Map.of(job.id(), MoveForm.stage(visit.value("from")).orElse(job.stage())), decision);
      visit.go(here, toast(made, job, here));
    } catch (IllegalArgumentException why) {
      visit.go(here, Toast.of(String.valueOf(why.getMessage())));
    }
  }

  private Toast toast(Move made, Job job, String here) {
    if (made.id() != 0) {
      return Toast.undoable(
          made.label(), "", "/interviews/undo?move=%d&from=%s".formatted(made.id(), here));
    }
    return Toast.of(
        t(
            "interviews.moved-elsewhere",
            "title",
            job.posting().title(),
            "stage",
            StageWords.said(job.stage(), job.rejectionStage(), job.ending())));
  }

  private void undo(Visit visit) {
    OptionalLong named = visit.number("move");
    Optional<Move> undone = named.isPresent() ? jobs.undo(named.getAsLong()) : jobs.undo();
    String from = visit.value("from");
    visit.go(
        from.isEmpty() ? "/interviews" : from,
        Toast.of(undone.map(Move::label).orElseGet(() -> t("interviews.nothing-to-undo"))));
  }
}
