package dev.peregrine.host.tailoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeCheckTest {

  private static final String BULLET = "Rebuilt the settlement service in Java";

  private final ChangeCheck check =
      new ChangeCheck(SampleResume.document(), YearMonth.of(2026, 11));

  private List<ChangeCheck.Doubt> doubts(String after) {
    return check.doubts(
        Change.Kind.WORDING, "work/0/highlights/1", List.of(BULLET), List.of(after));
  }

  @Test
  void otherWordsForTheSameAreBorneOut() {
    assertThat(doubts("Rebuilt a settlement service in Java")).isEmpty();
  }

  @Test
  void whatTheResumeDoesNotSayIsADoubt() {
    assertThat(doubts("Rebuilt the settlement service in Java and Kubernetes"))
        .singleElement()
        .isInstanceOfSatisfying(
            ChangeCheck.Doubt.Unsupported.class,
            doubt -> assertThat(doubt.claim().text()).isEqualTo("Kubernetes"));
    assertThat(doubts("Rebuilt the settlement service in Java, 40 % faster")).isNotEmpty();
    assertThat(doubts("Led a team of twelve that rebuilt the settlement service")).isNotEmpty();
  }

  @Test
  void whatTheResumeSaysOfSomethingElseIsADoubtAndSaysWhere() {
    assertThat(doubts("Rebuilt the settlement service in Java and PHP"))
        .singleElement()
        .isInstanceOfSatisfying(
            ChangeCheck.Doubt.SaidElsewhere.class,
            doubt -> {
              assertThat(doubt.claim().text()).isEqualTo("PHP");
              assertThat(doubt.fact()).contains("PHP");
            });
  }

  @Test
  void thePostingExcusesNothing() {
    assertThat(doubts("Rebuilt the settlement service for Brightbank in Java")).isNotEmpty();
  }

  @Test
  void aSelectionThatBringsSomethingInIsADoubt() {
    assertThat(
            check.doubts(
                Change.Kind.SELECTION,
                "work/0/highlights",
                List.of("a", "b"),
                List.of("b", "Won a prize")))
        .containsExactly(new ChangeCheck.Doubt.NotChosenFrom("Won a prize"));
  }
}
