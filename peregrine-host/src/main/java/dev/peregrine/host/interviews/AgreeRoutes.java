package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.RoundWords;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.signals.RoundProposal;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Optional;
import java.util.OptionalLong;

/** Agreeing to rounds that mails propose, and dismissing them. */
record AgreeRoutes(ProposedRounds proposals, BoardAnswer answer) {

  private static final String HERE = "/interviews/{id}/mails/rounds/{proposal}";

  void add(RouteRegistry routes) {
    routes.post(HERE + "/take", this::take);
    routes.post(HERE + "/dismiss", this::dismiss);
    routes.post(HERE + "/undo", this::undo);
  }

  private static String page(Visit visit) {
    return Interviews.path(visit.id("id")) + "/mails";
  }

  private Optional<RoundProposal> proposal(Visit visit) {
    return proposals.find(visit.id("id"), visit.id("proposal"));
  }

  private void take(Visit visit) {
    int time = (int) Math.clamp(visit.number("time").orElse(0), 0, 1_000);
    Optional<Round> round =
        proposal(visit).flatMap(each -> proposals.take(each, time, OptionalLong.empty()));
    Toast toast =
        round
            .map(
                now ->
                    Toast.undoable(
                        now.state() == RoundState.CANCELLED
                            ? t("signals.is-called-off")
                            : t("signals.agreed"),
                        RoundWords.whole(now.plan(), visit.times())
                            .orElseGet(() -> RoundWords.what(now)),
                        way(visit)))
            .orElseGet(() -> Toast.of(t("signals.gone")));
    answer.say(visit, toast, -1, page(visit));
  }

  private static String way(Visit visit) {
    return "%s/rounds/%d/undo%s"
        .formatted(
            page(visit),
            visit.id("proposal"),
            BoardAnswer.isOnBoard(visit) ? BoardQuery.of(visit).path("?on=board") : "");
  }

  private void dismiss(Visit visit) {
    Optional<RoundProposal> proposal = proposal(visit);
    proposal.ifPresent(proposals::dismiss);
    Toast toast =
        proposal
            .map(
                each ->
                    Toast.undoable(
                        t("signals.dismissed"), RoundWords.what(each.round()), way(visit)))
            .orElseGet(() -> Toast.of(t("signals.gone")));
    answer.say(visit, toast, -1, page(visit));
  }

  private void undo(Visit visit) {
    boolean back = proposals.undo(visit.id("id"), visit.id("proposal"));
    answer.say(visit, Toast.of(back ? t("signals.is-back") : t("signals.gone")), -1, page(visit));
  }
}
