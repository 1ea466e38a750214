package dev.peregrine.host.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.discovery.RunView;
import dev.peregrine.host.pipeline.Counts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SetbackTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:41:00Z");

  private static RunView run(OutcomeState... states) {
    return new RunView(
        1,
        1,
        "Designer",
        NOW,
        Optional.of(NOW),
        Arrays.stream(states).map(SetbackTest::board).toList());
  }

  private static BoardOutcome board(OutcomeState state) {
    return new BoardOutcome(
        "b", "B", state, 0, 0, 0, "", OptionalInt.empty(), OptionalInt.empty(), Map.of());
  }

  private static TodayPart today(RunView latest) {
    return Steps.today(
        new Counts(Map.of(), 0, 0),
        Optional.empty(),
        true,
        true,
        Optional.empty(),
        0,
        Optional.of(latest),
        List.of());
  }

  @Test
  void aRunWithoutInternetIsNotSaidToHaveNothing() {
    TodayPart today = today(run(OutcomeState.FAILED, OutcomeState.FAILED, OutcomeState.RESTING));
    assertThat(today.lede()).isEqualTo("No board answered in the last search.");
    assertThat(today.next().getFirst().sentence())
        .isEqualTo("None of 2 boards could be reached. Is Peregrine connected to the internet?");
    assertThat(today.next().getFirst().button()).isEqualTo("find");
  }

  @Test
  void boardsThatRefusedAreNotTakenForAMissingConnection() {
    assertThat(today(run(OutcomeState.FAILED, OutcomeState.BLOCKED)).next().getFirst().sentence())
        .isEqualTo("Each of the 2 boards says below why, and what you can do.");
  }

  @Test
  void whereOneBoardWasReadNothingWaitsIndeed() {
    for (RunView fine :
        List.of(
            run(OutcomeState.FAILED, OutcomeState.DONE),
            run(OutcomeState.FAILED, OutcomeState.STOPPED),
            run(OutcomeState.RESTING),
            run())) {
      assertThat(today(fine).lede()).isEqualTo("Nothing waits for you.");
    }
  }
}
