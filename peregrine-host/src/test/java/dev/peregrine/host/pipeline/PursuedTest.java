package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PursuedTest extends JobsFixture {

  private Pursued pursued() {
    return jobs.pursued();
  }

  private void moveLater(Stage to, long id) {
    home.pass(Duration.ofHours(1));
    move(to, id);
  }

  @Test
  void whoCameThereLastStandsFirst() {
    List<Long> ids = addMany(4);
    moveLater(Stage.APPLIED, ids.get(0));
    moveLater(Stage.SURVEY, ids.get(1));
    moveLater(Stage.APPLIED, ids.get(2));
    List<Entered> there = home.with(() -> pursued().at(Set.of(Stage.APPLIED, Stage.SURVEY)));
    assertThat(there)
        .extracting(Entered::job, Entered::stage)
        .containsExactly(
            tuple(ids.get(2), Stage.APPLIED),
            tuple(ids.get(1), Stage.SURVEY),
            tuple(ids.get(0), Stage.APPLIED));
    assertThat(there.getFirst().at()).isEqualTo(home.now());
  }

  @Test
  void whatEndedIsCountedByStageAndEndingWithoutWhatWasTurnedDownInReview() {
    List<Long> ids = addMany(5);
    move(Stage.REJECTED, ids.get(0)); // in review
    move(Stage.APPLIED, ids.get(1), ids.get(2), ids.get(3));
    moveLater(Stage.REJECTED, ids.get(1));
    home.pass(Duration.ofHours(1));
    home.with(() -> jobs.move(List.of(ids.get(2)), Decision.over(Ending.GHOSTED)));
    moveLater(Stage.OFFER, ids.get(3));
    home.with(() -> jobs.move(List.of(ids.get(3)), Decision.over(Ending.WITHDRAWN)));
    assertThat(home.with(() -> pursued().endedCounts()))
        .containsExactlyInAnyOrder(
            new EndedCount(Stage.APPLIED, Ending.REJECTED, 1),
            new EndedCount(Stage.APPLIED, Ending.GHOSTED, 1),
            new EndedCount(Stage.OFFER, Ending.WITHDRAWN, 1));
    assertThat(ended(Optional.empty(), Optional.empty()))
        .containsExactly(ids.get(3), ids.get(2), ids.get(1));
    assertThat(ended(Optional.of(Stage.APPLIED), Optional.empty()))
        .containsExactly(ids.get(2), ids.get(1));
    assertThat(ended(Optional.empty(), Optional.of(Ending.REJECTED))).containsExactly(ids.get(1));
  }

  private List<Long> ended(Optional<Stage> after, Optional<Ending> ending) {
    return home.with(() -> pursued().ended(after, ending, 10)).stream().map(Entered::job).toList();
  }

  @Test
  void rowsAreFoundByTheirNumbers() {
    List<Long> ids = addMany(3);
    assertThat(home.with(() -> pursued().rows(List.of(ids.get(2), 999L))).keySet())
        .containsExactly(ids.get(2));
  }
}
