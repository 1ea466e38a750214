package dev.peregrine.host.tailoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Skill;
import dev.peregrine.host.resumes.Work;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TailorTest {

  private static final ResumeDocument RESUME = SampleResume.document();
  private static final List<String> BULLETS = RESUME.work().getFirst().highlights();

  private static Change change(
      Change.Kind kind, String place, List<String> before, List<String> after) {
    return new Change(
        1,
        1,
        1,
        kind,
        place,
        before,
        after,
        "",
        Change.Origin.RULES,
        Change.State.ACCEPTED,
        Instant.EPOCH);
  }

  private static Change wording(String before, String after) {
    return change(Change.Kind.WORDING, "work/0/highlights/1", List.of(before), List.of(after));
  }

  private static ResumeDocument with(Change... changes) {
    return new Tailor(RESUME).with(List.of(changes));
  }

  private static List<String> bullets(ResumeDocument resume) {
    return resume.work().getFirst().highlights();
  }

  @Test
  void withoutChangesItIsTheResumeAsItIs() {
    assertThat(with()).isEqualTo(RESUME);
  }

  @Test
  void aBulletIsSaidOtherwiseAndStaysWhereItWas() {
    assertThat(bullets(with(wording(BULLETS.get(1), "Rebuilt settlement in Java"))))
        .hasSize(7)
        .element(1)
        .isEqualTo("Rebuilt settlement in Java");
  }

  @Test
  void whatIsChosenAndWhatIsSaidOtherwiseGoTogether() {
    Change selection =
        change(
            Change.Kind.SELECTION,
            "work/0/highlights",
            BULLETS,
            List.of(BULLETS.get(3), BULLETS.get(1)));
    assertThat(bullets(with(selection, wording(BULLETS.get(1), "Settlement, in Java"))))
        .containsExactly("Moved 14 services to Docker on AWS", "Settlement, in Java");
  }

  @Test
  void aChangeFindsItsBulletAfterAPositionWasAddedBeforeIt() {
    ResumeDocument grown =
        RESUME.withWork(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(Work.EMPTY.withName("New")), RESUME.work().stream())
                .toList());
    var tailor = new Tailor(grown);
    Change change = wording(BULLETS.get(1), "Otherwise");
    assertThat(tailor.isStale(change)).isFalse();
    assertThat(tailor.with(List.of(change)).work().get(1).highlights()).contains("Otherwise");
  }

  @Test
  void aChangeOfWhatTheResumeNoLongerSaysIsStaleAndChangesNothing() {
    Change gone = wording("Something that stood here once", "Otherwise");
    Change older =
        change(
            Change.Kind.SELECTION,
            "work/0/highlights",
            BULLETS.subList(0, 3),
            BULLETS.subList(0, 1));
    Change skills = change(Change.Kind.SKILLS, "skills", List.of("Java"), List.of("Java"));
    assertThat(List.of(gone, older, skills)).allMatch(new Tailor(RESUME)::isStale);
    assertThat(with(gone, older, skills)).isEqualTo(RESUME);
  }

  @Test
  void skillsChangeTheirOrderAndStayInTheirGroups() {
    ResumeDocument changed =
        with(
            change(
                Change.Kind.SKILLS,
                "skills",
                RESUME.skillNames(),
                List.of("Java", "Python", "PHP", "Haskell", "Photoshop")));
    assertThat(changed.skills())
        .extracting(skill -> skill.name().orElseThrow())
        .containsExactly("Languages", "Also");
    assertThat(changed.skills())
        .extracting(Skill::keywords)
        .containsExactly(List.of("Java", "Python", "PHP"), List.of("Haskell", "Photoshop"));
  }
}
