package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MovesTest extends JobsFixture {

  @Test
  void aDecisionMovesAndSaysWhatItDid() {
    long id = add(posting("1", "UX Writer", "Bankhaus Lau"));
    Move approved = move(Stage.APPROVED, id);
    assertThat(approved.label()).isEqualTo("Approved UX Writer, Bankhaus Lau");
    assertThat(approved.jobs()).containsExactly(id);
    assertThat(approved.from()).containsExactly(Stage.PENDING);
    assertThat(job(id).stage()).isEqualTo(Stage.APPROVED);
    assertThat(counts().of(Stage.APPROVED)).isEqualTo(1);
    assertThat(counts().of(Stage.PENDING)).isZero();
  }

  @Test
  void manyAtOnceAreOneDecisionThatIsUndoneAsOne() {
    List<Long> ids = addMany(3);
    Move approved = move(Stage.APPROVED, ids.toArray(Long[]::new));
    assertThat(approved.label()).isEqualTo("Approved 3 jobs");
    Move undone = home.with(() -> jobs.undo()).orElseThrow();
    assertThat(undone.jobs()).containsExactlyElementsOf(ids);
    assertThat(undone.label()).isEqualTo("Undone: Approved 3 jobs");
    assertThat(counts().of(Stage.PENDING)).isEqualTo(3);
    assertThat(home.with(() -> jobs.undo())).isEmpty();
  }

  @Test
  void undoGoesBackDecisionByDecisionForAsLongAsThereAreAny() {
    long id = add(posting("1", "Writer", "Lau"));
    move(Stage.APPROVED, id);
    home.pass(Duration.ofDays(400));
    move(Stage.APPLIED, id);
    move(Stage.INTERVIEWING, id);
    for (Stage stage : List.of(Stage.APPLIED, Stage.APPROVED, Stage.PENDING)) {
      assertThat(home.with(() -> jobs.undo())).isPresent();
      assertThat(job(id).stage()).isEqualTo(stage);
    }
    assertThat(home.with(() -> jobs.undo())).isEmpty();
    assertThat(job(id).events()).hasSize(7).filteredOn(JobEvent::undone).hasSize(3);
  }

  @Test
  void afterAnUndoTheNextDecisionIsTheOneThatIsUndone() {
    long id = add(posting("1", "Writer", "Lau"));
    move(Stage.APPROVED, id);
    home.with(() -> jobs.undo());
    move(Stage.ARCHIVED, id);
    home.with(() -> jobs.undo());
    assertThat(job(id).stage()).isEqualTo(Stage.PENDING);
    assertThat(home.with(() -> jobs.undo())).isEmpty();
  }

  @Test
  void aRejectionRemembersWhereItHappened() {
    List<Long> ids = addMany(3);
    move(Stage.APPROVED, ids.get(1));
    move(Stage.PHONE_SCREEN, ids.get(2));
    move(Stage.REJECTED, ids.toArray(Long[]::new));
    assertThat(job(ids.get(0)).rejectionStage()).contains(Stage.PENDING);
    assertThat(job(ids.get(1)).rejectionStage()).contains(Stage.PENDING);
    assertThat(job(ids.get(2)).rejectionStage()).contains(Stage.PHONE_SCREEN);
    assertThat(job(ids.get(2)).events().getLast().text()).isEqualTo("Rejected after phone screen");
    move(Stage.PENDING, ids.get(2));
    assertThat(job(ids.get(2)).rejectionStage()).isEmpty();
    home.with(() -> jobs.undo());
    assertThat(job(ids.get(2)).rejectionStage()).contains(Stage.PHONE_SCREEN);
  }

  @Test
  void undoingAnOldDecisionLeavesJobsThatWentOnWhereTheyAre() {
    List<Long> ids = addMany(2);
    Move approved = move(Stage.APPROVED, ids.toArray(Long[]::new));
    move(Stage.APPLIED, ids.get(1));
    Move undone = home.with(() -> jobs.undo(approved.id())).orElseThrow();
    assertThat(undone.jobs()).containsExactly(ids.get(0));
    assertThat(job(ids.get(0)).stage()).isEqualTo(Stage.PENDING);
    assertThat(job(ids.get(1)).stage()).isEqualTo(Stage.APPLIED);
    home.with(() -> jobs.undo());
    assertThat(job(ids.get(1)).stage()).isEqualTo(Stage.APPROVED);
    home.with(() -> jobs.undo());
    assertThat(job(ids.get(1)).stage()).isEqualTo(Stage.PENDING);
  }

  @Test
  void movingToWhereItIsAndWhatIsNotThereChangesNothing() {
    long id = add(posting("1", "Writer", "Lau"));
    Move none = move(Stage.PENDING, id, 999L);
    assertThat(none.id()).isZero();
    assertThat(none.jobs()).isEmpty();
    assertThat(move(Stage.APPROVED, id, id, 999L).jobs()).containsExactly(id);
    assertThat(home.with(() -> jobs.undo(12345))).isEmpty();
    assertThat(home.with(() -> jobs.move(List.of(), Stage.HIRED, Optional.empty())).jobs())
        .isEmpty();
  }

  @Test
  void theReasonIsOnTheTimeline() {
    long id = add(posting("1", "Writer", "Lau"));
    home.with(() -> jobs.move(List.of(id), Stage.REJECTED, Optional.of("too far")));
    assertThat(job(id).events().getLast().text()).isEqualTo("Rejected in review: too far");
    assertThat(job(id).events().getLast().reason()).contains("too far");
  }

  @Test
  void showingWhatARuleHidCanBeUndone() {
    long id =
        store(hidden("board", posting("1", "Sales", "Lau"), "location", "Paris")).getFirst().job();
    Move shown = home.with(() -> jobs.show(List.of(id)));
    assertThat(shown.label()).isEqualTo("Put Sales, Lau back to review");
    assertThat(ids(JobFilter.stage(Stage.PENDING))).containsExactly(id);
    assertThat(home.with(() -> jobs.show(List.of(id))).jobs()).isEmpty();
    assertThat(home.with(() -> jobs.undo()).orElseThrow().label())
        .isEqualTo("Undone: Put Sales, Lau back to review");
    assertThat(job(id).hidden()).contains(new Hidden("location", "Paris"));
    assertThat(counts().hidden()).isEqualTo(1);
  }

  @Test
  void approvingAHiddenJobShowsItAndUndoHidesItAgain() {
    long id = store(hidden("board", posting("1", "Sales", "Lau"), "age", "90")).getFirst().job();
    move(Stage.APPROVED, id);
    assertThat(ids(JobFilter.stage(Stage.APPROVED))).containsExactly(id);
    home.with(() -> jobs.undo());
    assertThat(ids(JobFilter.hidden())).containsExactly(id);
    assertThat(ids(JobFilter.stage(Stage.PENDING))).isEmpty();
  }
}
