package dev.peregrine.host.rehearsal;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.practice.Asking;
import dev.peregrine.host.practice.Criterion;
import dev.peregrine.host.practice.InterviewState;
import dev.peregrine.host.practice.Interviewer;
import dev.peregrine.host.practice.Material;
import dev.peregrine.host.practice.Practice;
import dev.peregrine.host.practice.Rating;
import dev.peregrine.host.practice.Session;
import dev.peregrine.host.practice.SessionPlan.Asker;
import dev.peregrine.host.practice.Transcript;
import dev.peregrine.host.practice.Turn;
import dev.peregrine.host.rehearsal.SessionPage.Step;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One practice interview: a question, its answer, how it was, the next question. */
final class SessionRoutes {

  private static final String ONE = RehearsalRoutes.HERE + "/{session}";

  private final Interviews interviews;
  private final Practice practice;
  private final Asking asking;
  private final Interviewer interviewer;
  private final FittingStories stories;

  SessionRoutes(
      Interviews interviews,
      Practice practice,
      Asking asking,
      Interviewer interviewer,
      FittingStories stories) {
    this.interviews = interviews;
    this.practice = practice;
    this.asking = asking;
    this.interviewer = interviewer;
    this.stories = stories;
  }

  void add(RouteRegistry routes) {
    routes.get(ONE, visit -> show(visit, 200, "", ""));
    routes.get(ONE + "/live", this::live);
    routes.get(ONE + "/transcript.md", visit -> transcript(visit, true));
    routes.get(ONE + "/transcript.txt", visit -> transcript(visit, false));
    routes.post(ONE + "/draft", this::draft);
    routes.post(ONE + "/answer", this::answer);
    routes.post(ONE + "/skip", this::skip);
    routes.post(ONE + "/change", this::change);
    routes.post(ONE + "/rate", this::rate);
    routes.post(ONE + "/ask-rating", this::askRating);
    routes.post(ONE + "/next", this::next);
    routes.post(ONE + "/from-bank", this::fromBank);
    routes.post(ONE + "/again", this::again);
    routes.post(ONE + "/stop", this::stop);
    routes.post(ONE + "/end", visit -> end(visit, true));
    routes.post(ONE + "/resume", visit -> end(visit, false));
  }

  static String path(Session session) {
    return "%s/%d".formatted(RehearsalRoutes.path(session.job()), session.id());
  }

  private Session session(Visit visit) {
    long id = visit.id("session");
    return practice
        .find(id)
        .filter(session -> interviews.job(visit).id() == session.job())
        .orElseThrow(() -> new NoSuchPageException("practice", visit.part("session")));
  }

  private static Optional<Turn> turn(Visit visit, Session session) {
    OptionalLong id = visit.number("turn");
    return id.isPresent() ? session.turn(id.getAsLong()) : Optional.empty();
  }

  // --- looking

  private Step step(Session session) {
    Optional<InterviewState> model = interviewer.state(session.id());
    if (model.filter(InterviewState::isUnderWay).isPresent()) {
      return Step.MODEL;
    }
    if (session.ended().isPresent()) {
      return Step.OVER;
    }
    if (model.isPresent() && session.wantsQuestion()) {
      return Step.NEXT;
    }
    return session
        .last()
        .map(
            turn ->
                switch (turn.state()) {
                  case OPEN -> Step.ANSWER;
                  case ANSWERED -> Step.RATE;
                  case RATED -> Step.READ;
                  case SKIPPED -> Step.NEXT;
                })
        .orElse(Step.NEXT);
  }

  private void show(Visit visit, int status, String mine, String problem)
      throws InterruptedException {
    Session session = session(visit);
    Job job = interviews.job(visit);
    Material material = asking.material(job.id());
    Step step = step(session);
    Optional<Turn> last = session.last();
    Optional<Rating> rating = last.flatMap(Turn::rating);
    boolean isCard = step != Step.OVER && step != Step.NEXT && last.isPresent();
    boolean newOneComes = step == Step.MODEL && last.map(Turn::isOver).orElse(true);
    visit.show(
        status,
        new SessionPage(
            interviews.frame(visit, job, RehearsalRoutes.KEY),
            path(session),
            RehearsalViews.kind(session.plan().kind()),
            RehearsalViews.progress(session),
            step,
            last.filter(turn -> isCard && !newOneComes)
                .map(
                    turn ->
                        RehearsalViews.card(
                            session, turn, material, stories.of(turn.asked()), step == Step.MODEL)),
            last.filter(turn -> step == Step.ANSWER)
                .map(
                    turn ->
                        new SessionPage.AnswerForm(
                            turn.id(),
                            mine.isEmpty() ? turn.answer() : mine,
                            RehearsalViews.draft(turn, false, mine.isEmpty() ? "" : turn.answer()),
                            session.plan().timed())),
            last.filter(turn -> step == Step.RATE)
                .map(
                    turn ->
                        new SessionPage.RateForm(
                            turn.id(),
                            turn.answer(),
                            RehearsalViews.length(turn),
                            material.notInResume(turn.answer()),
                            RehearsalViews.measures(),
                            problem)),
            rating
                .filter(any -> step == Step.READ)
                .map(how -> RehearsalViews.rated(session, last.orElseThrow(), how, material)),
            RehearsalViews.model(path(session), interviewer.state(session.id()), visit.token()),
            step == Step.ANSWER ? "" : mine,
            step == Step.OVER ? Optional.of(RehearsalViews.over(session)) : Optional.empty(),
            RehearsalViews.earlier(
                session, step == Step.OVER || step == Step.NEXT || newOneComes)));
  }

  /** What a model writes; once it is through, the page is drawn anew. */
  private void live(Visit visit) {
    Session session = session(visit);
    Optional<InterviewState> state = interviewer.state(session.id());
    if (state.filter(InterviewState::isUnderWay).isPresent()) {
      visit.parts(RehearsalViews.model(path(session), state, visit.token()));
    } else {
      visit.go(path(session));
    }
  }

  private void transcript(Visit visit, boolean marked) {
    Session session = session(visit);
    Job job = interviews.job(visit);
    String when = visit.times().moment(session.made());
    String day = LocalDate.ofInstant(session.made(), ZoneOffset.UTC).toString();
    String text =
        marked ? Transcript.markdown(job, session, when) : Transcript.plain(job, session, when);
    visit.keep(
        Transcript.fileName(session, day) + (marked ? ".md" : ".txt"),
        marked ? "text/markdown;charset=utf-8" : "text/plain;charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8));
  }

  // --- answering

  private void draft(Visit visit) throws InterruptedException {
    Session session = session(visit);
    Optional<Turn> turn = turn(visit, session);
    String typed = Optional.ofNullable(visit.typed("answer")).orElse("");
    if (turn.isEmpty()) {
      visit.nothing();
      return;
    }
    Practice.Saving saving = practice.draft(turn.get().id(), seen(visit), typed);
    if (!visit.wantsParts()) {
      visit.go(path(session));
      return;
    }
    visit.parts(
        switch (saving) {
          case Practice.Saving.Done done -> RehearsalViews.draft(done.turn(), true, "");
          case Practice.Saving.Overtaken overtaken ->
              RehearsalViews.draft(
                  overtaken.turn(),
                  false,
                  overtaken.turn().answer().isBlank() ? "–" : overtaken.turn().answer());
        });
  }

  private static int seen(Visit visit) {
    return (int) visit.number("seen").orElse(0);
  }

  private void answer(Visit visit) throws InterruptedException {
    Session session = session(visit);
    Optional<Turn> turn = turn(visit, session);
    String typed = Optional.ofNullable(visit.typed("answer")).orElse("");
    if (turn.isEmpty()) {
      show(visit, 409, typed, "");
      return;
    }
    if (typed.isBlank()) {
      visit.go(path(session), Toast.of(t("practice.answer-first")));
      return;
    }
    Duration time = Duration.ofSeconds(Math.max(0, visit.number("seconds").orElse(0)));
    switch (practice.answer(turn.get().id(), seen(visit), typed, time)) {
      case Practice.Saving.Done done -> {
        if (session.plan().asker() == Asker.MODEL && canAsk()) {
          interviewer.rate(session(visit));
        }
        visit.go(path(session));
      }
      case Practice.Saving.Overtaken overtaken -> show(visit, 409, typed, "");
    }
  }

  private boolean canAsk() {
    return interviewer.hasModel() && interviewer.gate().locked().isEmpty();
  }

  private void skip(Visit visit) throws InterruptedException {
    Session session = session(visit);
    turn(visit, session).ifPresent(turn -> practice.skip(turn.id()));
    goOn(visit, session(visit));
  }

  private void change(Visit visit) {
    Session session = session(visit);
    interviewer.stop(session.id());
    turn(visit, session).ifPresent(turn -> practice.reopen(turn.id()));
    visit.go(path(session));
  }

  // --- rating

  private void rate(Visit visit) throws InterruptedException {
    Session session = session(visit);
    Optional<Turn> turn = turn(visit, session);
    List<Rating.Point> points =
        Stream.of(Criterion.values())
            .flatMap(criterion -> point(visit, criterion).stream())
            .toList();
    if (points.isEmpty()) {
      show(visit, 422, "", t("practice.rate-something"));
      return;
    }
    interviewer.stop(session.id());
    turn.ifPresent(one -> practice.rate(one.id(), new Rating(Rating.By.SELF, "", points, "")));
    visit.go(path(session));
  }

  private static Optional<Rating.Point> point(Visit visit, Criterion criterion) {
    OptionalLong level = visit.number(criterion.key());
    return level.isPresent() && level.getAsLong() >= 1 && level.getAsLong() <= Rating.MOST
        ? Optional.of(new Rating.Point(criterion, (int) level.getAsLong(), "", ""))
        : Optional.empty();
  }

  private void askRating(Visit visit) {
    Session session = session(visit);
    interviewer.rate(session);
    visit.go(path(session));
  }

  // --- going on

  private void next(Visit visit) throws InterruptedException {
    goOn(visit, session(visit));
  }

  private void goOn(Visit visit, Session session) throws InterruptedException {
    if (session.isThrough()) {
      practice.end(session.id(), true);
    } else if (session.plan().asker() == Asker.MODEL && canAsk()) {
      interviewer.ask(session);
    } else {
      asking.next(session);
    }
    visit.go(path(session));
  }

  private void fromBank(Visit visit) throws InterruptedException {
    Session session = session(visit);
    interviewer.stop(session.id());
    asking.next(session);
    visit.go(path(session));
  }

  private void again(Visit visit) {
    Session session = session(visit);
    practice.again(session.id());
    visit.go(path(session));
  }

  private void stop(Visit visit) {
    Session session = session(visit);
    interviewer.stop(session.id());
    visit.go(path(session));
  }

  private void end(Visit visit, boolean over) {
    Session session = session(visit);
    interviewer.stop(session.id());
    practice.end(session.id(), over);
    visit.go(
        path(session),
        over
            ? Toast.undoable(t("practice.ended"), "", path(session) + "/resume")
            : Toast.of(t("practice.goes-on")));
  }
}
