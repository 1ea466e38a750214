package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EndingsTest extends JobsFixture {

  private Move decide(Decision decision, long... ids) {
    List<Long> all = Arrays.stream(ids).boxed().toList();
    return home.with(() -> jobs.move(all, decision));
  }

  @Test
  void anApplicationEndsByARejectionABySilenceOrByThePerson() {
    List<Long> ids = addMany(3);
    ids.forEach(id -> move(Stage.APPLIED, id));
    decide(Decision.over(Ending.REJECTED), ids.get(0));
    Move withdrawn = decide(Decision.over(Ending.WITHDRAWN), ids.get(1));
    Move silent = decide(Decision.over(Ending.GHOSTED), ids.get(2));
    assertThat(ids).map(id -> job(id).ending().orElseThrow()).containsExactly(Ending.values());
    assertThat(withdrawn.label()).isEqualTo("Withdrew from Title 1 w1, Company 1");
    assertThat(silent.label()).isEqualTo("Marked as never answered: Title 2 w2, Company 2");
    assertThat(job(ids.get(2)).events().getLast().text())
        .isEqualTo("No answer any more after applied");
    assertThat(page(JobFilter.stage(Stage.REJECTED)).rows())
        .extracting(JobRow::ending, JobRow::rejectionStage)
        .contains(tuple(Optional.of(Ending.GHOSTED), Optional.of(Stage.APPLIED)));
  }

  @Test
  void whatIsNotOverHasNoEnding() {
    long id = add(posting("1", "Writer", "Lau"));
    assertThat(job(id).ending()).isEmpty();
    move(Stage.APPLIED, id);
    decide(Decision.over(Ending.GHOSTED), id);
    move(Stage.PHONE_SCREEN, id); // they answered after all
    assertThat(job(id).ending()).isEmpty();
    home.with(() -> jobs.undo());
    assertThat(job(id).ending()).contains(Ending.GHOSTED);
  }

  @Test
  void howItEndedCanBeSaidAgainAndTakenBack() {
    long id = add(posting("1", "Writer", "Lau"));
    move(Stage.APPLIED, id);
    decide(Decision.over(Ending.GHOSTED), id);
    assertThat(decide(Decision.over(Ending.GHOSTED), id).id()).isZero();
    assertThat(move(Stage.REJECTED, id).id()).as("it is over already").isZero();
    decide(Decision.over(Ending.REJECTED), id);
    assertThat(job(id).ending()).contains(Ending.REJECTED);
    assertThat(job(id).rejectionStage()).contains(Stage.APPLIED);
    home.with(() -> jobs.undo());
    assertThat(job(id).ending()).contains(Ending.GHOSTED);
  }

  @Test
  void thePersonSaysAfterWhichStageItEnded() {
    long id = add(posting("1", "Writer", "Lau"));
    move(Stage.APPLIED, id);
    decide(Decision.over(Ending.REJECTED).after(Optional.of(Stage.INTERVIEWING)), id);
    assertThat(job(id).rejectionStage()).contains(Stage.INTERVIEWING);
    home.with(() -> jobs.undo());
    assertThat(job(id).rejectionStage()).isEmpty();
  }

  @Test
  void whatAnotherWindowMovedMeanwhileIsLeftWhereItIs() {
    List<Long> ids = addMany(2);
    ids.forEach(id -> move(Stage.APPLIED, id));
    move(Stage.OFFER, ids.getFirst());
    var seen = Map.of(ids.get(0), Stage.APPLIED, ids.get(1), Stage.APPLIED);
    Move made = home.with(() -> jobs.move(seen, Decision.to(Stage.PHONE_SCREEN)));
    assertThat(made.jobs()).containsExactly(ids.get(1));
    assertThat(job(ids.get(0)).stage()).isEqualTo(Stage.OFFER);
  }

  @Test
  void aListenerIsToldAfterAMoveIsStoredAndAfterAnUndo() {
    long id = add(posting("1", "Writer", "Lau"));
    var heard = new ArrayList<String>();
    jobs.listen(
        move -> {
          throw new IllegalStateException("a listener that fails changes nothing");
        });
    jobs.listen(
        new MoveListener() {
          @Override
          public void moved(Move move) {
            heard.add(move.to() + " " + jobs.findById(id).orElseThrow().stage());
          }

          @Override
          public void undone(Move move) {
            heard.add(move.from() + " " + jobs.findById(id).orElseThrow().stage());
          }
        });
    Move made = move(Stage.PHONE_SCREEN, id);
    move(Stage.PHONE_SCREEN, id); // nothing to be changed
    home.with(() -> jobs.undo(made.id()));
    assertThat(heard).containsExactly("PHONE_SCREEN PHONE_SCREEN", "[PENDING] PENDING");
  }
}
