package dev.peregrine.host.tailoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Requirement;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.tailoring.Gap.Place;
import dev.peregrine.host.tailoring.Gap.Reason;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapReportTest {

  private static final Facts FACTS = Facts.of(SampleResume.document(), YearMonth.of(2026, 11));

  private static GapReport report(Vacancy vacancy, String... missed) {
    return GapReport.of(FACTS, vacancy, List.of(missed));
  }

  private static GapReport report(String description) {
    return report(new Vacancy("Engineer", "Brightbank", description));
  }

  @Test
  void namesWhatIsMissingWhereItWouldGoAndWhatMattersMost() {
    assertThat(report(SampleResume.VACANCY).gaps())
        .extracting(
            gap -> "%s %s %d %s".formatted(gap.term(), gap.place(), gap.priority(), gap.reason()))
        .containsExactly(
            "Kubernetes SKILLS 1 MUST",
            "PostgreSQL SKILLS 2 ASKED",
            "leading people SUMMARY 2 ASKED",
            "French LANGUAGES 2 ASKED",
            "master's degree EDUCATION 2 ASKED",
            "Terraform SKILLS 3 WELCOME");
  }

  @Test
  void saysOfWhatIsThereWhere() {
    assertThat(report(SampleResume.VACANCY).covered())
        .extracting(one -> one.term() + ": " + one.facts().getFirst().text())
        .containsExactly(
            "Java: Rebuilt the settlement service in Java",
            "Python: Wrote reports in Python",
            "Docker: Moved 14 services to Docker on AWS");
  }

  @Test
  void partsOfWordsAreNoTerms() {
    GapReport report =
        report("A track record of communication skills and upgrades for our salespeople.");
    assertThat(report.gaps()).isEmpty();
    assertThat(report.covered()).isEmpty();
  }

  @Test
  void whatTheEmployerOrTheLawSaysIsNoDemand() {
    assertThat(
            report(
                    """
                    We won an award and speak French in the office.
                    Applicants are considered regardless of veteran status, disability or a degree.
                    No Kubernetes here.
                    """)
                .gaps())
        .isEmpty();
  }

  @Test
  void germanPostingsAreUnderstood() {
    assertThat(
            report(
                    """
                    Voraussetzung:
                    - Erfahrung mit Kubernetes
                    Von Vorteil:
                    - Kenntnisse in Projektmanagement
                    """)
                .gaps())
        .extracting(gap -> gap.term() + " " + gap.reason())
        .containsExactly("Kubernetes MUST", "Projektmanagement WELCOME");
  }

  @Test
  void aSkillThatIsNamedButShownNowhereIsAGapOfTheExperience() {
    Gap gap = report(new Vacancy("PHP developer", "", "PHP and Java.")).gaps().getFirst();
    assertThat(gap.term()).isEqualTo("PHP");
    assertThat(gap.named()).isTrue();
    assertThat(gap.place()).isEqualTo(Place.EXPERIENCE);
    assertThat(gap.reason()).isEqualTo(Reason.TITLE);
  }

  @Test
  void aNameThatNoListKnowsIsFoundWhereExperienceIsSpokenOf() {
    assertThat(report("Experience with MuleSoft and SCADA.").gaps())
        .extracting(Gap::term)
        .containsExactlyInAnyOrder("MuleSoft", "SCADA");
    assertThat(report("GREAT BENEFITS AND A GREAT TEAM").gaps()).isEmpty();
  }

  @Test
  void wordsThatTheScorerMissesComeLastAndOnlyIfTheySayAnything() {
    assertThat(report(SampleResume.VACANCY, "settlement", "required", "k8s", "Brightbank").gaps())
        .last()
        .satisfies(
            gap -> {
              assertThat(gap.term()).isEqualTo("settlement");
              assertThat(gap.reason()).isEqualTo(Reason.SCORE);
            });
  }

  @Test
  void aHugePostingIsReadInItsFirstPart() {
    String huge = "Kubernetes is a must. ".repeat(20_000);
    assertThat(report(huge).gaps()).extracting(Gap::term).containsExactly("Kubernetes");
  }

  @Test
  void aSkillIsNamedByItsOtherNamesAndByWhatBringsIt() {
    List<Requirement> asked =
        Requirement.of(
            FACTS, new Vacancy("", "", "Kubernetes, JavaScript and MuleSoft experience"));
    assertThat(asked).hasSize(3);
    assertThat(asked.get(0).isNamedIn("k8s")).isTrue();
    assertThat(asked.get(1).isNamedIn("React")).isTrue();
    assertThat(asked.get(1).isNamedIn("Java")).isFalse();
    assertThat(asked.get(2).isNamedIn("mulesoft")).isTrue();
  }
}
