package dev.peregrine.host.prep;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.InterviewTab;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundNotes;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The tab on which a person gets ready, and the sheet for a call. */
final class PrepRoutes implements Routes {

  static final String KEY = "prep";

  private static final String HERE = "/interviews/{id}/prep";
  private static final int ORDER = 50;
  private static final int MOST_FOUND = 3;
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration A_WEEK = Duration.ofDays(7);

  private final Interviews interviews;
  private final Jobs jobs;
  private final Rounds rounds;
  private final PrepViews views;
  private final InstantSource clock;

  PrepRoutes(
      Interviews interviews, Jobs jobs, Rounds rounds, PrepViews views, InstantSource clock) {
    this.interviews = interviews;
    this.jobs = jobs;
    this.clock = clock;
    this.rounds = rounds;
    this.views = views;
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab(KEY, () -> t("prep.title"), ORDER, job -> ""));
    routes.findables((words, most) -> soon(most));
    routes.get(HERE, visit -> visit.show(views.page(visit, interviews.job(visit))));
    routes.get(HERE + "/sheet", this::sheetOfNext);
    routes.get(HERE + "/sheet/{round}", this::sheet);
    routes.get(HERE + "/here", Visit::nothing);
    routes.post(HERE + "/round", this::begin);
    routes.post(HERE + "/notes/{round}", this::save);
  }

  /** The sheets of the rounds that come next, wherever the person is. */
  private List<Findable> soon(int most) {
    Instant now = clock.instant();
    return rounds.between(now.minus(AN_HOUR), now.plus(A_WEEK)).stream()
        .filter(round -> round.state().isOpen())
        .limit(Math.min(most, MOST_FOUND))
        .flatMap(round -> jobs.findById(round.job()).stream().map(job -> found(round, job)))
        .toList();
  }

  private static Findable found(Round round, Job job) {
    return Findable.at(
            Findable.Kind.PAGE,
            t("prep.sheet-of", "title", job.posting().title()),
            job.posting().company().orElse(""),
            Icon.PREP,
            sheet(job.id(), round.id()))
        .alsoBy(t("prep.sheet") + " " + t("prep.title"));
  }

  static String path(long job) {
    return Interviews.path(job) + "/" + KEY;
  }

  /** The address of a sheet; of the whole application where no round is given. */
  static String sheet(long job, long round) {
    return path(job) + "/sheet" + (round == 0 ? "" : "/" + round);
  }

  static String debrief(long job, long round) {
    return path(job) + "/debrief/" + round;
  }

  /** The round in the path, of the job in the path. */
  static Round round(Visit visit, Rounds rounds) {
    return rounds
        .findById(visit.id("round"))
        .filter(round -> round.job() == visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException("round", visit.part("round")));
  }

  private void sheetOfNext(Visit visit) {
    Job job = interviews.job(visit);
    Optional<Round> next = views.next(job.id());
    if (next.isPresent()) {
      visit.go(sheet(job.id(), next.get().id()));
    } else {
      visit.show(views.sheet(visit, job, Optional.empty(), Optional.empty()));
    }
  }

  private void sheet(Visit visit) {
    Job job = interviews.job(visit);
    visit.show(views.sheet(visit, job, Optional.of(round(visit, rounds)), Optional.empty()));
  }

  /** Notes belong to a round: one without a date is enough. */
  private void begin(Visit visit) {
    Job job = interviews.job(visit);
    Round round =
        views
            .next(job.id())
            .orElseGet(
                () ->
                    rounds.add(
                        job.id(),
                        RoundPlan.of(
                            job.stage() == Stage.PHONE_SCREEN
                                ? RoundKind.RECRUITER
                                : RoundKind.OTHER)));
    visit.go(sheet(job.id(), round.id()) + "#notes");
  }

  private void save(Visit visit) {
    Round round = round(visit, rounds);
    String typed = Optional.ofNullable(visit.typed("text")).orElse("");
    int seen = (int) visit.number("seen").orElse(0);
    switch (rounds.saveNotes(round.id(), typed, seen)) {
      case RoundNotes.Saving.Done done -> {
        if (visit.wantsParts()) {
          visit.parts(views.notes(visit, round, done.notes(), ""));
        } else {
          visit.go(sheet(round.job(), round.id()) + "#notes");
        }
      }
      case RoundNotes.Saving.Overtaken overtaken -> overtaken(visit, round, typed, overtaken);
    }
  }

  /** What was typed stays in the form, what another window saved stands beside it. */
  private void overtaken(
      Visit visit, Round round, String typed, RoundNotes.Saving.Overtaken overtaken) {
    RoundNotes inUse = overtaken.inUse();
    var mine = new RoundNotes(round.id(), typed, inUse.version(), inUse.changed());
    NotesPart part = views.notes(visit, round, mine, inUse.text());
    if (visit.wantsParts()) {
      visit.show(409, part);
    } else {
      visit.show(
          409, views.sheet(visit, interviews.job(visit), Optional.of(round), Optional.of(part)));
    }
  }
}
