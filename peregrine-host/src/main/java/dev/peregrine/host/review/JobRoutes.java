package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.employers.Employers;
import dev.peregrine.host.injections.InjectionHint;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.leads.Leads;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobEvent;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Scored;
import dev.peregrine.host.pipeline.Sighting;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The page of one job. */
public final class JobRoutes implements Routes {

  private static final Duration FETCH_LIMIT = Duration.ofSeconds(30);

  private final Jobs jobs;
  private final PluginRuntime plugins;
  private final Contexts contexts;
  private final Scoring scoring;
  private final Resumes resumes;
  private final Liveness liveness;
  private final Employers employers;
  private final Applications applications;
  private final Leads leads;

  public JobRoutes(
      Jobs jobs,
      PluginRuntime plugins,
      Contexts contexts,
      Scoring scoring,
      Resumes resumes,
      Liveness liveness,
      Employers employers,
      Applications applications,
      Leads leads) {
    this.jobs = jobs;
    this.plugins = plugins;
    this.contexts = contexts;
    this.scoring = scoring;
    this.resumes = resumes;
    this.liveness = liveness;
    this.employers = employers;
    this.applications = applications;
    this.leads = leads;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/jobs/{id}", this::show);
    routes.post("/jobs/{id}/move", this::move);
    routes.post("/jobs/{id}/show", this::unhide);
    routes.post("/jobs/{id}/fetch", this::fetch);
    routes.post("/jobs/{id}/look", this::look);
  }

  private void show(Visit visit) {
    Job job = job(visit);
    if (job.id() != visit.id("id")) {
      visit.go("/jobs/" + job.id()); // the one that it was joined with
      return;
    }
    visit.show(page(visit, job, Optional.empty()));
  }

  private Job job(Visit visit) {
    long id = visit.id("id");
    return jobs.findById(id).orElseThrow(() -> new NoSuchPageException("job", Long.toString(id)));
  }

  private void move(Visit visit) {
    Job job = job(visit);
    Optional<Stage> chosen =
        Stream.of(Stage.values())
            .filter(stage -> stage.key().equals(visit.value("to")))
            .findFirst();
    if (chosen.isEmpty()) {
      visit.show(422, page(visit, job, Optional.of(t("review.choose-stage"))));
      return;
    }
    Stage to = chosen.get();
    Move move = jobs.move(List.of(job.id()), to, ReviewRoutes.reason(visit));
    if (to == Stage.APPROVED) {
      liveness.soon(List.of(job.id()));
    }
    done(visit, job, move);
  }

  private void look(Visit visit) {
    Job job = job(visit);
    liveness.now(job.id());
    visit.go("/jobs/" + job.id(), Toast.of(t("review.looking")));
  }

  private void unhide(Visit visit) {
    Job job = job(visit);
    done(visit, job, jobs.show(List.of(job.id())));
  }

  private static void done(Visit visit, Job job, Move move) {
    String here = "/jobs/" + job.id();
    visit.go(
        here, ReviewRoutes.toast(move, "/review/undo?move=%d&from=%s".formatted(move.id(), here)));
  }

  private void fetch(Visit visit) throws InterruptedException {
    Job job = job(visit);
    Optional<Extension<JobBoard>> board = plugins.find(JobBoard.class, job.board());
    if (board.isEmpty()) {
      visit.show(
          422, page(visit, job, Optional.of(t("review.board-not-on", "board", job.board()))));
      return;
    }
    try {
      Extension<JobBoard> extension = board.get();
      var context = contexts.board(extension, Map.of(), new BoardListener() {});
      Optional<Posting> fetched =
          extension.call(FETCH_LIMIT, instance -> instance.fetch(job.posting().url(), context));
      Optional<String> text = fetched.flatMap(Posting::description);
      if (text.isEmpty()) {
        visit.show(422, page(visit, job, Optional.of(t("review.no-description-either"))));
        return;
      }
      jobs.update(job.id(), job.posting().withDescription(text));
      scoring.soon();
      visit.go("/jobs/" + job.id(), Toast.of(t("review.description-fetched")));
    } catch (ExtensionException refused) {
      visit.show(
          422,
          page(
              visit,
              job,
              Optional.of(
                  Optional.ofNullable(refused.getMessage())
                      .orElseGet(() -> t("review.board-did-not-answer")))));
    } catch (PluginBugException bug) {
      visit.show(
          422,
          page(
              visit,
              job,
              Optional.of(
                  Optional.ofNullable(bug.getMessage())
                      .orElseGet(() -> t("review.plugin-failed")))));
    }
  }

  private OneJobPage page(Visit visit, Job job, Optional<String> problem) {
    Times times = visit.times();
    var boards = new BoardNames(plugins);
    Posting posting = job.posting();
    Match match = Match.of(job.scored().map(Scored::score));
    boolean noText = posting.description().isEmpty();
    return new OneJobPage(
        visit.shell(posting.title(), "review"),
        job.id(),
        posting.title(),
        posting.company().orElseGet(() -> t("review.no-company")),
        stage(job),
        kind(job.stage()),
        Intake.isWithoutAddress(posting) ? "" : posting.url().toString(),
        posting
            .applyUrl()
            .map(Object::toString)
            .filter(url -> !url.equals(posting.url().toString()))
            .filter(url -> url.startsWith("http"))
            .orElse(""),
        facts(job, times),
        job.hidden().map(Words::hidden).orElse(""),
        Card.description(job, match),
        Origin.of(job, leads),
        noText && plugins.find(JobBoard.class, job.board()).isPresent(),
        match,
        job.scored().map(s -> times.momentWithin(s.at())).orElse(""),
        bestResume(job),
        job.applied().map(applied -> AppliedHint.of(applied, job.id(), times)),
        InjectionHint.of(posting),
        (int) job.sightings().stream().map(Sighting::board).distinct().count(),
        Seen.of(job, boards, times),
        timeline(job, boards, times),
        Intake.isWithoutAddress(posting)
            ? Optional.empty()
            : Optional.of(StillOpen.of(liveness.of(job.id()), times)),
        employer(job),
        applications.of(job.id()).stream()
            .map(
                sent ->
                    new OneJobPage.Sending(
                        t("review.sent-on", "day", times.day(sent.applied())),
                        "/apply/sent/" + sent.id()))
            .toList(),
        job.stage() == Stage.APPROVED && job.hidden().isEmpty(),
        isPursued(job),
        actions(job),
        stages(job),
        problem);
  }

  /** Of interest only where there are several. */
  private String bestResume(Job job) {
    List<Resume> all = resumes.all();
    OptionalLong best = job.scored().map(Scored::resume).orElse(OptionalLong.empty());
    return all.size() < 2 || best.isEmpty()
        ? ""
        : all.stream()
            .filter(resume -> resume.id() == best.getAsLong())
            .map(Resume::name)
            .findFirst()
            .orElse("");
  }

  private Optional<OneJobPage.Watch> employer(Job job) {
    try {
      return employers
          .of(job)
          .map(
              known ->
                  new OneJobPage.Watch(
                      known.name(),
                      known.boardName(),
                      known.board(),
                      known.slug(),
                      employers.isWatched(known)));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String stage(Job job) {
    if (job.hidden().isPresent()) {
      return t("review.hidden-by-rule");
    }
    return job.rejectionStage()
        .map(
            at ->
                at == Stage.PENDING
                    ? t("review.rejected-in-review")
                    : t("review.rejected-after", "stage", Words.stageWithin(at)))
        .orElse(Words.stage(job.stage()));
  }

  /** Whether it stands on the board of applications, or ended there. */
  private static boolean isPursued(Job job) {
    return switch (job.stage()) {
      case APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED -> true;
      case REJECTED ->
          job.rejectionStage()
              .filter(at -> at != Stage.PENDING && at != Stage.ARCHIVED)
              .isPresent();
      case PENDING, APPROVED, ARCHIVED -> false;
    };
  }

  private static String kind(Stage stage) {
    return switch (stage) {
      case PENDING, REJECTED, ARCHIVED -> "";
      case APPROVED, APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING -> "hue";
      case OFFER, HIRED -> "positive";
    };
  }

  private static List<OneJobPage.Fact> facts(Job job, Times times) {
    Posting posting = job.posting();
    var facts = new ArrayList<OneJobPage.Fact>();
    facts.add(new OneJobPage.Fact(Icon.PIN, Words.place(posting.places(), posting.remote())));
    facts.add(new OneJobPage.Fact(Icon.MONEY, Words.pay(posting.salary())));
    Words.types(posting.employmentTypes())
        .ifPresent(types -> facts.add(new OneJobPage.Fact(Icon.FILE, types)));
    String found = times.day(job.found());
    facts.add(
        new OneJobPage.Fact(
            Icon.CLOCK,
            posting
                .posted()
                .map(day -> t("review.posted-and-found", "day", times.day(day), "found", found))
                .orElseGet(() -> t("review.found-on", "day", found))));
    posting
        .closes()
        .ifPresent(
            at ->
                facts.add(
                    new OneJobPage.Fact(
                        Icon.DOOR,
                        at.isBefore(times.now())
                            ? t("review.closed-on", "day", times.day(at))
                            : t("review.closes-on", "day", times.day(at)))));
    return facts;
  }

  private static List<OneJobPage.Happened> timeline(Job job, BoardNames boards, Times times) {
    record Moment(Instant at, String text) {}
    var moments = new ArrayList<Moment>();
    for (JobEvent event : job.events()) {
      String text =
          event.kind().equals("entered")
              ? "%s: %s".formatted(event.text(), boards.name(finder(job, event)))
              : event.text();
      moments.add(new Moment(event.at(), event.undone() ? undone(text) : text));
      event
          .reason()
          .filter(reason -> !text.contains(reason))
          .ifPresent(
              reason ->
                  moments.set(
                      moments.size() - 1,
                      new Moment(
                          event.at(),
                          event.undone() ? undone(text + ": " + reason) : text + ": " + reason)));
      job.scored()
          .filter(scored -> event.kind().equals("entered"))
          .ifPresent(
              scored ->
                  moments.add(
                      new Moment(
                          scored.at(),
                          Match.of(Optional.of(scored.score()))
                              .number()
                              .map(n -> t("review.scored", "number", n))
                              .orElseGet(() -> t("review.not-scored")))));
    }
    moments.sort(Comparator.comparing(Moment::at)); // stable: what happened at once keeps its order
    return moments.reversed().stream()
        .map(
            moment ->
                new OneJobPage.Happened(
                    moment.text(), times.moment(moment.at()), moment == moments.getLast()))
        .toList();
  }

  private static String undone(String text) {
    return t("review.was-undone", "what", text);
  }

  /** Of several that were joined, each was found by its own board. */
  private static String finder(Job job, JobEvent event) {
    return job.sightings().stream()
        .filter(sighting -> sighting.firstSeen().equals(event.at()))
        .map(Sighting::board)
        .findFirst()
        .orElse(job.board());
  }

  private static List<OneJobPage.Choice> actions(Job job) {
    return switch (job.stage()) {
      case PENDING ->
          List.of(
              new OneJobPage.Choice("rejected", t("review.reject"), false),
              new OneJobPage.Choice("approved", t("review.approve"), true));
      case APPROVED -> List.of(new OneJobPage.Choice("applied", t("review.i-have-applied"), false));
      case REJECTED, ARCHIVED ->
          List.of(new OneJobPage.Choice("pending", t("review.back-review"), false));
      case APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED -> List.of();
    };
  }

  private static List<OneJobPage.Choice> stages(Job job) {
    return Stream.of(Stage.values())
        .filter(stage -> stage != job.stage())
        .map(stage -> new OneJobPage.Choice(stage.key(), Words.stage(stage), false))
        .toList();
  }
}
