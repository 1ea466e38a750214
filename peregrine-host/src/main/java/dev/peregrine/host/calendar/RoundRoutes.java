package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.interviews.InterviewTab;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.RoundWords;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tab with the rounds of an application: noting them and changing them. */
public final class RoundRoutes implements Routes {

  private static final String KEY = "rounds";
  private static final String HERE = "/interviews/{id}/rounds";

  private final Interviews interviews;
  private final Rounds rounds;
  private final RoundViews views;

  public RoundRoutes(
      Interviews interviews, Rounds rounds, Contacts contacts, ProposedRounds proposals) {
    this.interviews = interviews;
    this.rounds = rounds;
    this.views = new RoundViews(interviews, contacts, proposals);
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab(KEY, () -> t("rounds.title"), 20, this::count));
    routes.get(HERE, this::show);
    routes.post(HERE, this::note);
    routes.get(HERE + "/{round}", this::open);
    routes.post(HERE + "/{round}", this::save);
    routes.get(HERE + "/{round}/part", this::part);
  }

  private String count(long job) {
    int all = rounds.of(job).size();
    return all == 0 ? "" : Integer.toString(all);
  }

  private void show(Visit visit) {
    Job job = interviews.job(visit);
    List<Round> all = rounds.of(job.id());
    show(visit, 200, job, all, fresh(all, visit.times()), visit.has("add"));
  }

  /** Another round is often in the zone of the one before, and a first one often a recruiter's. */
  private static RoundForm fresh(List<Round> all, Times times) {
    ZoneId zone =
        all.stream()
            .flatMap(round -> round.start().stream())
            .map(ZonedDateTime::getZone)
            .reduce((first, last) -> last)
            .orElse(times.zone());
    return RoundForm.fresh(all.isEmpty() ? RoundKind.RECRUITER : RoundKind.TECHNICAL, zone);
  }

  private void show(
      Visit visit, int status, Job job, List<Round> all, RoundForm form, boolean add) {
    List<Contact> known = views.known(job);
    var coming = new ArrayList<RoundsPage.Card>();
    var past = new ArrayList<RoundsPage.Card>();
    for (Round round : all) {
      boolean isToCome = RoundViews.phase(round, visit.times()) == RoundPart.Phase.TO_COME;
      (isToCome ? coming : past).add(views.card(visit, round, known, rounds.notes(round.id())));
    }
    visit.show(
        status,
        new RoundsPage(
            interviews.frame(visit, job, KEY),
            RoundsPage.path(job.id()),
            List.copyOf(coming),
            past.reversed().stream().toList(),
            views.fields(form, known),
            add || all.isEmpty()));
  }

  private void note(Visit visit) {
    Job job = interviews.job(visit);
    RoundForm form = RoundForm.typed(visit);
    var reading = new RoundReading(form, visit.times());
    RoundKind kind = RoundKind.of(form.kind()).orElse(RoundKind.OTHER);
    Optional<RoundPlan> plan = reading.plan(RoundPlan.of(kind));
    if (plan.isEmpty()) {
      show(visit, 422, job, rounds.of(job.id()), form.with(reading.problems()), true);
      return;
    }
    Round made = rounds.add(job.id(), plan.get());
    String here = RoundsPage.path(job.id());
    visit.go(
        here + "#r-" + made.id(),
        Toast.undoable(
            t("rounds.noted", "what", RoundWords.what(made)),
            "",
            "%s/%d/remove?quiet=1".formatted(here, made.id())));
  }

  private Round round(Visit visit) {
    return round(visit, rounds);
  }

  static Round round(Visit visit, Rounds rounds) {
    long id = visit.id("round");
    return rounds
        .findById(id)
        .filter(round -> round.job() == visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException("round", Long.toString(id)));
  }

  private void open(Visit visit) {
    Round round = round(visit);
    open(visit, 200, round, RoundForm.of(round.plan(), visit.times().zone()), round.version(), "");
  }

  private void open(
      Visit visit, int status, Round round, RoundForm form, int version, String overtaken) {
    Job job = interviews.job(visit);
    visit.show(
        status,
        new RoundPage(
            interviews.frame(visit, job, KEY),
            RoundsPage.path(job.id(), round.id()),
            RoundsPage.path(job.id()),
            version,
            RoundWords.what(round),
            views.fields(form, views.known(job)),
            overtaken));
  }

  private void save(Visit visit) {
    Round round = round(visit);
    RoundForm form = RoundForm.typed(visit);
    var reading = new RoundReading(form, visit.times());
    int madeFrom = (int) visit.number("version").orElse(0);
    Optional<RoundPlan> plan = reading.plan(round.plan());
    if (plan.isEmpty()) {
      open(visit, 422, round, form.with(reading.problems()), madeFrom, "");
      return;
    }
    switch (rounds.save(round.id(), madeFrom, plan.get())) {
      case Rounds.Saving.Done done -> saved(visit, round, done.round());
      case Rounds.Saving.Overtaken overtaken -> {
        Round inUse = overtaken.inUse();
        // What was typed stays; saving once more means it.
        open(visit, 409, inUse, form, inUse.version(), inShort(inUse, visit.times()));
      }
      case Rounds.Saving.Gone gone -> throw new NoSuchPageException("round", visit.part("round"));
    }
  }

  private static String inShort(Round round, Times times) {
    return t(
        "rounds.in-short",
        "what",
        RoundWords.what(round),
        "when",
        RoundWords.whole(round.plan(), times).orElseGet(() -> t("rounds.no-date-yet")),
        "state",
        RoundWords.state(round.state()));
  }

  private static void saved(Visit visit, Round before, Round now) {
    String here = RoundsPage.path(now.job());
    if (now.version() == before.version()) {
      visit.go(here + "#r-" + now.id());
      return;
    }
    boolean cameBack =
        before.state() == RoundState.CANCELLED && now.state() != RoundState.CANCELLED;
    visit.go(
        here + "#r-" + now.id(),
        Toast.undoable(
            cameBack ? t("rounds.stands-again") : t("rounds.saved"),
            "",
            "%s/%d/undo?version=%d".formatted(here, now.id(), now.version())));
  }

  /** The facts of one round, for a page that is told of a change. */
  private void part(Visit visit) {
    Round round = round(visit);
    visit.parts(
        views.part(visit.times(), visit.token(), round, views.known(interviews.job(visit))));
  }
}
