package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.signals.Signal;
import dev.peregrine.host.signals.Signals;
import dev.peregrine.host.signals.Suggestion;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Moving applications, one or several, and taking it back. */
final class MoveRoutes {

  private static final int MOST_AT_ONCE = 500;

  private final Interviews interviews;
  private final Jobs jobs;
  private final Rounds rounds;
  private final Signals signals;
  private final ProposedRounds proposals;
  private final BoardAnswer answer;

  MoveRoutes(
      Interviews interviews,
      Jobs jobs,
      Rounds rounds,
      Signals signals,
      ProposedRounds proposals,
      BoardAnswer answer) {
    this.interviews = interviews;
    this.jobs = jobs;
    this.rounds = rounds;
    this.signals = signals;
    this.proposals = proposals;
    this.answer = answer;
  }

  void add(RouteRegistry routes) {
    routes.get("/interviews/{id}/move", this::ask);
    routes.post("/interviews/{id}/move", this::moveOne);
    routes.post("/interviews/move", this::moveMany);
    routes.post("/interviews/undo", this::undo);
  }

  private void ask(Visit visit) {
    Job job = interviews.job(visit);
    var part =
        new MovePart(
            job.posting().title(),
            job.posting().company().orElse(""),
            MoveChoices.of(job.stage(), job.ending()),
            suggested(visit, job),
            visit.value("back").isEmpty()
                ? BoardQuery.of(visit).path("/interviews/%d/move?on=board".formatted(job.id()))
                : "/interviews/%d/move?back=%s".formatted(job.id(), encoded(visit.value("back"))),
            visit.token());
    if (visit.wantsParts()) {
      visit.parts(part);
    } else {
      visit.show(new MovePage(visit.shell(t("interviews.move"), Interviews.MENU), part));
    }
  }

  /** What the mail suggests from which the form was asked for. */
  private Optional<MovePart.Suggested> suggested(Visit visit, Job job) {
    return signal(visit, job)
        .flatMap(
            signal ->
                Suggestion.of(signal.label(), job.stage())
                    .map(
                        to ->
                            new MovePart.Suggested(
                                signal.mail(),
                                to.to().key(),
                                SignalViews.says(signal),
                                to.reopens() ? t("signals.reopens") : "",
                                dates(visit, signal))));
  }

  private List<MovePart.Date> dates(Visit visit, Signal signal) {
    var views = new ProposalViews(proposals, visit.times());
    return proposals.of(signal.job()).stream()
        .filter(each -> each.mail() == signal.mail())
        .flatMap(
            each ->
                views.dates(each).stream()
                    .map(time -> new MovePart.Date(each.id() + ":" + time.number(), time.label())))
        .toList();
  }

  /** Agrees to the time that was chosen of those that the mail offers. */
  private void agree(Visit visit, Job job, Move made) {
    String[] chosen = visit.value("agree").split(":", 2);
    if (chosen.length == 2 && chosen[0].matches("\\d{1,18}") && chosen[1].matches("\\d{1,2}")) {
      Optional<Round> _ =
          proposals
              .find(job.id(), Long.parseLong(chosen[0]))
              .flatMap(
                  each ->
                      proposals.take(
                          each, Integer.parseInt(chosen[1]), OptionalLong.of(made.id())));
    }
  }

  private Optional<Signal> signal(Visit visit, Job job) {
    OptionalLong mail = visit.number("mail");
    return mail.isPresent() ? signals.find(job.id(), mail.getAsLong()) : Optional.empty();
  }

  private void moveOne(Visit visit) {
    Job job = interviews.job(visit);
    Toast toast;
    try {
      Decision decision = MoveForm.decision(visit);
      Optional<ZonedDateTime> date = MoveForm.date(visit);
      Stage seen = MoveForm.seen(visit.value("from")).orElse(job.stage());
      Optional<Signal> signal = signal(visit, job);
      Move made = jobs.move(Map.of(job.id(), seen), decision);
      if (made.id() != 0) {
        signal.ifPresent(each -> signals.accepted(each, made));
        agree(visit, job, made);
      }
      Optional<Round> round = made.id() == 0 ? Optional.empty() : agree(job, decision, date);
      toast = made.id() == 0 ? stale(job) : undoable(visit, made, round);
    } catch (IllegalArgumentException why) {
      toast = Toast.of(String.valueOf(why.getMessage()));
    }
    answer.say(visit, toast, job.id(), Interviews.path(job.id()));
  }

  private Optional<Round> agree(Job job, Decision decision, Optional<ZonedDateTime> date) {
    RoundKind kind =
        decision.to() == Stage.PHONE_SCREEN ? RoundKind.RECRUITER : RoundKind.HIRING_MANAGER;
    boolean talks = decision.to() == Stage.PHONE_SCREEN || decision.to() == Stage.INTERVIEWING;
    return date.filter(at -> talks).map(at -> rounds.add(job.id(), RoundPlan.of(kind).at(at)));
  }

  private static Toast stale(Job job) {
    return Toast.of(
        t(
            "interviews.moved-elsewhere",
            "title",
            job.posting().title(),
            "stage",
            StageWords.said(job.stage(), job.rejectionStage(), job.ending())));
  }

  private static Toast undoable(Visit visit, Move made, Optional<Round> round) {
    String undo =
        "/interviews/undo?move=%d".formatted(made.id())
            + round.map(added -> "&round=" + added.id()).orElse("")
            + (BoardAnswer.isOnBoard(visit) ? "&on=board" : "&from=" + encoded(back(visit, made)));
    return Toast.undoable(made.label(), "", BoardQuery.of(visit).path(undo));
  }

  private static String back(Visit visit, Move made) {
    String from = visit.value("back");
    return from.isEmpty() ? Interviews.path(made.jobs().getFirst()) : from;
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private void moveMany(Visit visit) {
    Map<Long, Stage> seen = seen(visit.values("job"));
    Toast toast;
    try {
      if (seen.isEmpty()) {
        throw new IllegalArgumentException(t("interviews.select-first"));
      }
      Move made = jobs.move(seen, MoveForm.decision(visit));
      int left = seen.size() - made.jobs().size();
      Toast done =
          made.id() == 0 ? Toast.of(made.label()) : undoable(visit, made, Optional.empty());
      toast =
          left == 0
              ? done
              : new Toast(
                  done.text(), t("interviews.left-where-they-are", "count", left), done.undo());
    } catch (IllegalArgumentException why) {
      toast = Toast.of(String.valueOf(why.getMessage()));
    }
    answer.say(visit, toast, -1, "/interviews");
  }

  /** Each as {@code 12:applied}; what is none of ours is left out. */
  private static Map<Long, Stage> seen(List<String> boxes) {
    var seen = new LinkedHashMap<Long, Stage>();
    for (String box : boxes.subList(0, Math.min(boxes.size(), MOST_AT_ONCE))) {
      String[] parts = box.split(":", 2);
      if (parts.length == 2 && parts[0].matches("\\d{1,18}")) {
        MoveForm.seen(parts[1]).ifPresent(stage -> seen.put(Long.valueOf(parts[0]), stage));
      }
    }
    return seen;
  }

  private void undo(Visit visit) {
    OptionalLong named = visit.number("move");
    Optional<Move> undone = named.isPresent() ? jobs.undo(named.getAsLong()) : jobs.undo();
    if (undone.isPresent()) {
      visit.number("round").ifPresent(rounds::remove);
    }
    Toast toast =
        Toast.of(undone.map(Move::label).orElseGet(() -> t("interviews.nothing-to-undo")));
    String from = visit.value("from");
    answer.say(
        visit,
        toast,
        undone.map(move -> move.jobs().getFirst()).orElse(-1L),
        from.isEmpty() ? "/interviews" : from);
  }
}
