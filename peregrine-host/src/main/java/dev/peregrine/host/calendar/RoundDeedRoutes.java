package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundNotes;
import dev.peregrine.host.rounds.RoundOutcome;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.rounds.Thanks;
import dev.peregrine.host.web.Answer;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What is done with a round by one press, and its notes. */
public final class RoundDeedRoutes implements Routes {

  private static final String ONE = "/interviews/{id}/rounds/{round}";

  private final Rounds rounds;

  public RoundDeedRoutes(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.post(
        ONE + "/agree", deed(() -> t("rounds.was-agreed"), plan -> in(plan, RoundState.AGREED)));
    routes.post(
        ONE + "/cancel",
        deed(() -> t("rounds.was-cancelled"), plan -> in(plan, RoundState.CANCELLED)));
    routes.post(ONE + "/done", deed(() -> t("rounds.was-done"), plan -> in(plan, RoundState.DONE)));
    routes.post(ONE + "/outcome", this::outcome);
    routes.post(ONE + "/thanked", this::thanked);
    routes.post(
        ONE + "/no-thanks", deed(() -> t("rounds.no-thanks-wanted"), RoundDeedRoutes::noThanks));
    routes.post(ONE + "/remove", this::remove);
    routes.post(ONE + "/back", this::bringBack);
    routes.post(ONE + "/undo", this::undo);
    routes.post(ONE + "/notes", this::notes);
  }

  private static RoundPlan in(RoundPlan plan, RoundState state) {
    return plan.withState(state);
  }

  private static RoundPlan noThanks(RoundPlan plan) {
    return plan.withThanks(Thanks.NONE);
  }

  private Answer deed(Supplier<String> said, UnaryOperator<RoundPlan> change) {
    return visit -> change(visit, said.get(), change);
  }

  private void outcome(Visit visit) {
    RoundOutcome outcome = RoundOutcome.of(visit.value("outcome")).orElse(RoundOutcome.OPEN);
    change(
        visit,
        t("rounds.outcome-noted", "outcome", outcome.key()),
        plan -> plan.withState(RoundState.DONE).withOutcome(outcome));
  }

  private void thanked(Visit visit) {
    change(
        visit,
        t("rounds.was-thanked"),
        plan -> plan.withThanks(new Thanks(true, Optional.of(visit.times().now()))));
  }

  private void change(Visit visit, String said, UnaryOperator<RoundPlan> change) {
    Round round = RoundRoutes.round(visit, rounds);
    int madeFrom = (int) visit.number("version").orElse(0);
    String here = RoundsPage.path(round.job());
    Toast toast =
        switch (rounds.save(round.id(), madeFrom, change.apply(round.plan()))) {
          case Rounds.Saving.Done done ->
              done.round().version() == round.version()
                  ? Toast.of(said)
                  : Toast.undoable(
                      said,
                      "",
                      "%s/%d/undo?version=%d".formatted(here, round.id(), done.round().version()));
          case Rounds.Saving.Overtaken overtaken -> Toast.of(t("rounds.overtaken"));
          case Rounds.Saving.Gone gone -> Toast.of(t("rounds.gone"));
        };
    visit.go(here, toast);
  }

  private void remove(Visit visit) {
    Round round = RoundRoutes.round(visit, rounds);
    rounds.remove(round.id());
    String here = RoundsPage.path(round.job());
    // Undo of a round just noted; it can be noted again, and needs no way back of its own.
    visit.go(
        here,
        visit.has("quiet")
            ? Toast.of(t("rounds.taken-back"))
            : Toast.undoable(t("rounds.removed"), "", "%s/%d/back".formatted(here, round.id())));
  }

  private void bringBack(Visit visit) {
    boolean back = rounds.bringBack(visit.id("round"));
    visit.go(
        RoundsPage.path(visit.id("id")),
        Toast.of(back ? t("rounds.is-back") : t("rounds.too-late")));
  }

  private void undo(Visit visit) {
    Round round = RoundRoutes.round(visit, rounds);
    boolean undone = rounds.undo(round.id(), (int) visit.number("version").orElse(0));
    visit.go(
        RoundsPage.path(round.job()),
        Toast.of(undone ? t("rounds.taken-back") : t("rounds.changed-since")));
  }

  private void notes(Visit visit) {
    Round round = RoundRoutes.round(visit, rounds);
    String typed = Optional.ofNullable(visit.typed("notes")).orElse("");
    int seen = (int) visit.number("seen").orElse(0);
    switch (rounds.saveNotes(round.id(), typed, seen)) {
      case RoundNotes.Saving.Done done -> {
        if (visit.wantsParts()) {
          visit.parts(RoundViews.noted(done.notes(), visit.times(), Optional.empty()));
        } else {
          visit.go(
              RoundsPage.path(round.job()) + "#r-" + round.id(), Toast.of(t("rounds.notes-saved")));
        }
      }
      case RoundNotes.Saving.Overtaken overtaken -> overtaken(visit, overtaken.inUse(), typed);
    }
  }

  /** The second window keeps its text and is shown the other; its next save means its own. */
  private void overtaken(Visit visit, RoundNotes inUse, String typed) {
    String theirs = inUse.text().isBlank() ? "–" : inUse.text();
    NotedPart noted = RoundViews.noted(inUse, visit.times(), Optional.of(theirs));
    if (visit.wantsParts()) {
      visit.parts(noted);
      return;
    }
    visit.show(
        409,
        new NotesPage(
            visit.shell(t("rounds.notes"), Interviews.MENU),
            RoundsPage.path(visit.id("id"), inUse.round()),
            RoundsPage.path(visit.id("id")),
            typed,
            noted));
  }
}
