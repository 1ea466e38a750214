package dev.peregrine.host.home;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.discovery.RunView;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run in which no board could be read: that nothing waits then says nothing about the jobs there.
 *
 * @param boards how many were asked
 * @param offline whether none could even be reached
 */
record Setback(int boards, boolean offline) {

  private static final Set<OutcomeState> WENT_WRONG =
      EnumSet.of(
          OutcomeState.FAILED,
          OutcomeState.BLOCKED,
          OutcomeState.BROKEN,
          OutcomeState.NEEDS_SETTINGS,
          OutcomeState.NEEDS_BROWSER);

  /** That of a run which is over; empty where one board was read, or a person stopped it. */
  static Optional<Setback> of(RunView run) {
    List<OutcomeState> states =
        run.boards().stream()
            .map(BoardOutcome::state)
            .filter(state -> state != OutcomeState.RESTING)
            .toList();
    return run.finished().isPresent() && !states.isEmpty() && WENT_WRONG.containsAll(states)
        ? Optional.of(new Setback(states.size(), Set.of(OutcomeState.FAILED).containsAll(states)))
        : Optional.empty();
  }

  String lede() {
    return offline ? t("home.no-board-answered") : t("home.no-board-read");
  }

  String title() {
    return t("home.search-once-more");
  }

  String advice() {
    return offline
        ? t("home.look-at-connection", "count", boards)
        : t("home.each-board-says-why", "count", boards);
  }
}
