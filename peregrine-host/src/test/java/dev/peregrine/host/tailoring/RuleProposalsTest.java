package dev.peregrine.host.tailoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Requirement;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.resumes.ResumeDocument;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleProposalsTest {

  private static final ResumeDocument RESUME = SampleResume.document();
  private static final Facts FACTS = Facts.of(RESUME, YearMonth.of(2026, 11));

  private static List<NewChange> proposals(Vacancy vacancy) {
    return RuleProposals.of(RESUME, FACTS, vacancy, Requirement.of(FACTS, vacancy));
  }

  private static Optional<NewChange> of(Change.Kind kind) {
    return proposals(SampleResume.VACANCY).stream()
        .filter(change -> change.kind() == kind)
        .findFirst();
  }

  @Test
  void whatAnswersThePostingComesFirstAndOfManyTheLeastTellingIsLeftOut() {
    NewChange selection = of(Change.Kind.SELECTION).orElseThrow();
    assertThat(selection.place()).isEqualTo("work/0/highlights");
    assertThat(selection.after())
        .startsWith(
            "Moved 14 services to Docker on AWS",
            "Rebuilt the settlement service in Java",
            "Wrote reports in Python")
        .hasSize(6)
        .isSubsetOf(selection.before());
  }

  @Test
  void skillsThatAreAskedForComeFirstAndNoneIsLost() {
    NewChange skills = of(Change.Kind.SKILLS).orElseThrow();
    assertThat(skills.after())
        .containsExactly("Java", "Python", "PHP", "Haskell", "Photoshop")
        .containsExactlyInAnyOrderElementsOf(RESUME.skillNames());
  }

  @Test
  void aPostingThatAsksForNothingChangesNothing() {
    assertThat(proposals(new Vacancy("Gardener", "", "Roses, hedges and lawns."))).isEmpty();
  }

  @Test
  void proposalsClaimNothing() {
    var check = new ChangeCheck(RESUME, YearMonth.of(2026, 11));
    assertThat(proposals(SampleResume.VACANCY))
        .allSatisfy(
            change ->
                assertThat(
                        check.doubts(
                            change.kind(), change.place(), change.before(), change.after()))
                    .isEmpty());
  }
}
