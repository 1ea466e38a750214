package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EventTimesTest extends JobsFixture {

  private long id;

  @BeforeEach
  void aJob() {
    id = add(posting("1", "Writer", "Lau"));
  }

  private Instant moveNow(Stage to) {
    home.pass(Duration.ofDays(3));
    move(to, id);
    return now();
  }

  private Instant now() {
    return home.clock().instant();
  }

  private Map<Stage, Instant> stamps() {
    return home.with(() -> jobs.stamps(List.of(id))).get(id);
  }

  private long event(Stage to) {
    return job(id).events().stream()
        .filter(event -> event.to().equals(Optional.of(to)) && event.kind().equals("moved"))
        .reduce((first, last) -> last)
        .orElseThrow()
        .id();
  }

  private long correct(Stage to, Instant at) {
    return home.with(() -> jobs.times().correct(event(to), Optional.of(at)));
  }

  @Test
  void eachStageHasTheTimeAtWhichItWasEntered() {
    Instant found = job(id).found();
    Instant applied = moveNow(Stage.APPLIED);
    Instant called = moveNow(Stage.PHONE_SCREEN);
    assertThat(stamps())
        .containsEntry(Stage.PENDING, found)
        .containsEntry(Stage.APPLIED, applied)
        .containsEntry(Stage.PHONE_SCREEN, called)
        .hasSize(3);
  }

  @Test
  void whatWasTakenBackHasNoTime() {
    moveNow(Stage.APPLIED);
    moveNow(Stage.OFFER);
    home.with(() -> jobs.undo());
    assertThat(stamps()).doesNotContainKey(Stage.OFFER).containsKey(Stage.APPLIED);
  }

  @Test
  void aCorrectedTimeCountsEverywhereAndTheLogKeepsWhatWasTold() {
    Instant told = moveNow(Stage.APPLIED);
    Instant before = told.minus(Duration.ofDays(40));
    long correction = correct(Stage.APPLIED, before);
    assertThat(stamps()).containsEntry(Stage.APPLIED, before);
    assertThat(job(id).applied().orElseThrow().at()).isEqualTo(before);
    JobEvent event =
        job(id).events().stream().filter(e -> e.kind().equals("moved")).findFirst().orElseThrow();
    assertThat(event.at()).isEqualTo(before);
    assertThat(event.told()).isEqualTo(told);
    assertThat(
            home.with(
                () -> jobs.movedBetween(before, before.plusSeconds(1), List.of(Stage.APPLIED))))
        .containsExactly(id);
    assertThat(home.with(() -> jobs.times().undo(correction))).contains(id);
    assertThat(stamps()).containsEntry(Stage.APPLIED, told);
    assertThat(home.with(() -> jobs.times().undo(correction))).isEmpty();
  }

  @Test
  void aCorrectionThatWasCorrectedSinceIsNotTakenBack() {
    Instant told = moveNow(Stage.APPLIED);
    long first = correct(Stage.APPLIED, told.minusSeconds(60));
    correct(Stage.APPLIED, told.minusSeconds(30));
    assertThat(home.with(() -> jobs.times().undo(first))).isEmpty();
    assertThat(stamps()).containsEntry(Stage.APPLIED, told.minusSeconds(30));
    assertThat(correct(Stage.APPLIED, told.minusSeconds(30))).isZero();
  }

  @Test
  void aTimeToComeOrBeyondANeighbourIsRefusedWithAReason() {
    Instant applied = moveNow(Stage.APPLIED);
    Instant called = moveNow(Stage.PHONE_SCREEN);
    assertThatThrownBy(() -> correct(Stage.PHONE_SCREEN, now().plusSeconds(60)))
        .hasMessageContaining("to come");
    assertThatThrownBy(() -> correct(Stage.PHONE_SCREEN, applied.minusSeconds(60)))
        .hasMessageContaining("before the step Applied");
    assertThatThrownBy(() -> correct(Stage.APPLIED, called.plusSeconds(60)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stamps()).containsEntry(Stage.APPLIED, applied);
  }

  @Test
  void aDecisionOfLastWeekIsToldWithItsOwnTime() {
    Instant lastWeek = now().minus(Duration.ofDays(7));
    home.with(() -> jobs.move(List.of(id), Decision.to(Stage.APPLIED).at(Optional.of(lastWeek))));
    assertThat(stamps()).containsEntry(Stage.APPLIED, lastWeek);
  }

  @Test
  void jobsThatWereJoinedShareTheirTimes() {
    long other = add(posting("2", "Chief Writer", "Lau"));
    home.pass(Duration.ofDays(1));
    move(Stage.APPLIED, other);
    home.with(() -> jobs.same().join(id, other));
    long root = home.with(() -> jobs.findById(id)).orElseThrow().id();
    assertThat(home.with(() -> jobs.stamps(List.of(root))).get(root)).containsKey(Stage.APPLIED);
  }

  @Test
  void anEndThatIsCalledOtherwiseLaterKeepsItsDay() {
    moveNow(Stage.APPLIED);
    Instant over = moveNow(Stage.REJECTED);
    home.pass(Duration.ofDays(2));
    home.with(() -> jobs.move(List.of(id), Decision.over(Ending.GHOSTED)));
    assertThat(stamps()).containsEntry(Stage.REJECTED, over);
  }
}
