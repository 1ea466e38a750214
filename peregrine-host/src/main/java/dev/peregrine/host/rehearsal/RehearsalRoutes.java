package dev.peregrine.host.rehearsal;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.InterviewTab;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.practice.Asking;
import dev.peregrine.host.practice.Interviewer;
import dev.peregrine.host.practice.Practice;
import dev.peregrine.host.practice.QuestionBank;
import dev.peregrine.host.practice.Session;
import dev.peregrine.host.practice.SessionPlan;
import dev.peregrine.host.practice.SessionPlan.Asker;
import dev.peregrine.host.practice.WeakSpot;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The tab on which practice begins: a new session, what comes back, what was practised. */
public final class RehearsalRoutes implements Routes {

  static final String KEY = "practice";
  static final String HERE = "/interviews/{id}/" + KEY;

  private static final int SHOWN_WEAK = 5;

  private final Interviews interviews;
  private final Jobs jobs;
  private final Practice practice;
  private final Asking asking;
  private final Interviewer interviewer;
  private final FittingStories stories;
  private final StartViews views;

  public RehearsalRoutes(
      Interviews interviews,
      Jobs jobs,
      Practice practice,
      Asking asking,
      Interviewer interviewer,
      Rounds rounds,
      Stories stories) {
    this.interviews = interviews;
    this.jobs = jobs;
    this.practice = practice;
    this.asking = asking;
    this.interviewer = interviewer;
    this.stories = new FittingStories(stories);
    this.views = new StartViews(practice, interviewer, rounds);
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab(KEY, () -> t("practice.title"), 60, this::state));
    routes.get(HERE, visit -> show(visit, 200, ""));
    routes.post(HERE, this::begin);
    routes.post(HERE + "/weak/{turn}/settle", visit -> settle(visit, true));
    routes.post(HERE + "/weak/{turn}/unsettle", visit -> settle(visit, false));
    routes.post(HERE + "/{session}/remove", this::remove);
    routes.post(HERE + "/{session}/back", this::bringBack);
    new SessionRoutes(interviews, practice, asking, interviewer, stories).add(routes);
  }

  static String path(long job) {
    return "/interviews/%d/%s".formatted(job, KEY);
  }

  private String state(long job) {
    int sessions = practice.count(job);
    return sessions == 0 ? "" : String.valueOf(sessions);
  }

  private void show(Visit visit, int status, String problem) {
    Job job = interviews.job(visit);
    Times times = visit.times();
    List<Session> sessions = practice.of(job.id());
    List<WeakSpot> weak = practice.weakSpots();
    visit.show(
        status,
        new PracticePage(
            interviews.frame(visit, job, KEY),
            path(job.id()),
            sessions.stream()
                .filter(session -> session.ended().isEmpty())
                .map(session -> StartViews.line(session, times))
                .toList(),
            views.form(job, problem),
            weak.stream()
                .limit(SHOWN_WEAK)
                .map(spot -> StartViews.weak(spot, elsewhere(spot, job), times))
                .toList(),
            Math.max(0, weak.size() - SHOWN_WEAK),
            sessions.stream()
                .filter(session -> session.ended().isPresent())
                .map(session -> StartViews.line(session, times))
                .toList(),
            StartViews.toAsk(views.likely(job.id()), views.language(job))));
  }

  private String elsewhere(WeakSpot spot, Job here) {
    return spot.job() == here.id()
        ? ""
        : jobs.findById(spot.job()).map(job -> job.posting().title()).orElse("");
  }

  private void begin(Visit visit) throws InterruptedException {
    Job job = interviews.job(visit);
    OptionalLong questions = visit.number("questions");
    boolean weakOnly = visit.has("weak");
    String asker = visit.value("asker");
    boolean byModel = asker.equals("model");
    if (byModel) {
      interviewer.gate().pass();
    }
    if (byModel && !interviewer.hasModel()) {
      show(visit, 422, t("practice.no-model"));
      return;
    }
    long count = weakOnly ? practice.weakSpots().size() : questions.orElse(5);
    Locale language =
        QuestionBank.SHIPPED.languages().stream()
            .filter(each -> each.toLanguageTag().equals(visit.value("language")))
            .findFirst()
            .orElseGet(() -> Locale.forLanguageTag(views.language(job)));
    var plan =
        new SessionPlan(
            RoundKind.of(visit.value("kind")).orElseGet(() -> views.likely(job.id())),
            language,
            byModel ? Asker.MODEL : Asker.BANK,
            (int) Math.clamp(count, 1, SessionPlan.MOST),
            visit.has("timed"),
            weakOnly);
    Session session = practice.begin(job.id(), plan);
    if (byModel) {
      interviewer.ask(session);
    } else if (asking.next(session).turns().isEmpty()) {
      practice.remove(session.id());
      show(visit, 422, t("practice.nothing-comes-back-here"));
      return;
    }
    visit.go(SessionRoutes.path(session));
  }

  private void settle(Visit visit, boolean settled) {
    String page = path(visit.id("id"));
    long turn = visit.id("turn");
    if (!practice.settle(turn, settled)) {
      throw new NoSuchPageException("question", visit.part("turn"));
    }
    if (settled) {
      visit.go(
          page,
          Toast.undoable(t("practice.settled"), "", "%s/weak/%d/unsettle".formatted(page, turn)));
    } else {
      visit.go(page, Toast.of(t("practice.comes-back")));
    }
  }

  private void remove(Visit visit) {
    String page = path(visit.id("id"));
    long session = visit.id("session");
    interviewer.stop(session);
    if (!practice.remove(session)) {
      throw new NoSuchPageException("practice", visit.part("session"));
    }
    visit.go(
        page, Toast.undoable(t("practice.removed"), "", "%s/%d/back".formatted(page, session)));
  }

  private void bringBack(Visit visit) {
    practice.bringBack(visit.id("session"));
    visit.go(path(visit.id("id")));
  }
}
