package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.SimilarJob;
import dev.peregrine.host.pipeline.Verdict;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a person says that two jobs are the same, or that one is two. */
public final class SameRoutes implements Routes {

  private static final int MOST_FOUND = 25;
  private static final int LONGEST = 200;

  private final Jobs jobs;
  private final PluginRuntime plugins;

  public SameRoutes(Jobs jobs, PluginRuntime plugins) {
    this.jobs = jobs;
    this.plugins = plugins;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/jobs/{id}/same", this::show);
    routes.post("/jobs/{id}/join", this::join);
    routes.post("/jobs/{id}/split", this::split);
    routes.post("/jobs/{id}/verdicts/{verdict}/undo", this::undo);
  }

  private Job job(Visit visit) {
    long id = visit.id("id");
    return jobs.findById(id).orElseThrow(() -> new NoSuchPageException("job", Long.toString(id)));
  }

  private void show(Visit visit) {
    Job job = job(visit);
    String asked = visit.value("q");
    String words = asked.substring(0, Math.min(asked.length(), LONGEST));
    List<SimilarJob> found =
        words.isEmpty() ? jobs.same().similar(job) : withWords(words, job.id());
    var boards = new BoardNames(plugins);
    Times times = visit.times();
    visit.show(
        new SamePage(
            visit.shell(t("review.same-as", "title", job.posting().title()), "review"),
            job.id(),
            job.posting().title(),
            job.posting().company().orElseGet(() -> t("review.no-company")),
            words,
            found.stream().map(each -> candidate(each, boards, times)).toList()));
  }

  private List<SimilarJob> withWords(String words, long but) {
    return jobs.page(JobFilter.all().withWords(words), Optional.empty(), MOST_FOUND).rows().stream()
        .filter(row -> row.id() != but)
        .map(SimilarJob::of)
        .toList();
  }

  private static SamePage.Candidate candidate(SimilarJob job, BoardNames boards, Times times) {
    return new SamePage.Candidate(
        job.id(),
        job.title(),
        job.company().orElseGet(() -> t("review.no-company")),
        Stream.concat(job.place().stream(), Stream.of(boards.name(job.board())))
            .collect(Collectors.joining(" · ")),
        Words.stage(job.stage()),
        times.day(job.found()));
  }

  private void join(Visit visit) {
    Job job = job(visit);
    OptionalLong other = visit.number("other");
    if (other.isEmpty() || jobs.findById(other.getAsLong()).isEmpty()) {
      visit.go("/jobs/%d/same".formatted(job.id()), Toast.of(t("review.choose-first")));
      return;
    }
    done(visit, jobs.same().join(job.id(), other.getAsLong()), OptionalLong.empty());
  }

  private void split(Visit visit) {
    Job job = job(visit);
    OptionalLong sighting = visit.number("sighting");
    if (job.sightings().stream().noneMatch(each -> OptionalLong.of(each.id()).equals(sighting))) {
      visit.go("/jobs/" + job.id(), Toast.of(t("review.board-has-not")));
      return;
    }
    done(visit, jobs.same().split(sighting.getAsLong()), OptionalLong.of(job.id()));
  }

  /** A job that was split off is shown, but undoing leads back to where it came from. */
  private static void done(Visit visit, Verdict said, OptionalLong from) {
    String undo = "/jobs/%d/verdicts/%d/undo".formatted(from.orElse(said.job()), said.id());
    visit.go(
        "/jobs/" + said.job(),
        said.id() == 0
            ? Toast.of(t("review.nothing-to-change"))
            : Toast.undoable(said.label(), "", undo));
  }

  private void undo(Visit visit) {
    Optional<Verdict> undone = jobs.same().undo(visit.id("verdict"));
    visit.go(
        "/jobs/" + undone.map(Verdict::job).orElse(visit.id("id")),
        Toast.of(undone.map(Verdict::label).orElseGet(() -> t("review.nothing-to-undo"))));
  }
}
