package dev.peregrine.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.discovery.BoardJar;
import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.tasks.TaskState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTest {

  /** As many points as the résumé has letters, and one for each title looked for. */
  private static final String BY_LENGTH =
      """
      List<Score> scores = new ArrayList<>();
      for (Posting posting : postings) {
        if (posting.title().equals("Poison")) {
          throw new IllegalStateException("poison");
        }
        double value = candidate.resume().length() + candidate.titles().size();
        scores.add(new Score.Match(value, List.of(new Reason("x", value, "text")), List.of()));
      }
      return scores;
      """;

  @TempDir Path root;
  private SearchHome home;

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void jobsAreScoredWhenTheyArriveAndAgainWhenResumeOrTitlesChange() {
    start(new BoardJar().scorer("keywords", 1, BY_LENGTH));
    resume("12345");
    store(450);
    assertThat(scores()).hasSize(450).containsOnly(Optional.of(5.0));
    resume("1234567");
    home.tenant.run(home.scoring::soon);
    home.quiet();
    assertThat(scores()).containsOnly(Optional.of(7.0));
    home.save(SearchProfile.of("Cooks", List.of("Cook", "Baker"), List.of()));
    home.tenant.run(home.scoring::soon);
    home.quiet();
    assertThat(scores()).containsOnly(Optional.of(9.0));
  }

  @Test
  void aWordThatIsWantedRaisesScoresOfJobsThatAreStoredAlready() throws Exception {
    start(new BoardJar().scorer("keywords", 1, BY_LENGTH));
    resume("12345");
    store(3);
    assertThat(scores()).containsOnly(Optional.of(5.0));
    Files.createDirectories(home.tenant.config());
    Files.writeString(
        home.tenant.config().resolve("keywords.yaml"), "keywords: [{word: cook, weight: 20}]\n");
    home.tenant.run(home.scoring::soon);
    home.quiet();
    assertThat(scores()).containsOnly(Optional.of(25.0));
  }

  @Test
  void ofSeveralResumesTheBestOneCountsAndTheJobKnowsWhich() {
    start(new BoardJar().scorer("keywords", 1, BY_LENGTH));
    Resume main = resume("12345");
    Resume longer =
        home.in(() -> home.resumes.create("Longer", ResumeContent.text("12345678", "b.txt")));
    store(1);
    assertThat(scores()).containsOnly(Optional.of(8.0));
    assertThat(scoredFrom()).hasValue(longer.id());
    home.save(
        SearchProfile.of("For main", List.of("a", "b", "c", "d"), List.of())
            .withResume(Optional.of("my résumé")));
    home.save(SearchProfile.of("For both", List.of("e"), List.of()));
    home.tenant.run(home.scoring::soon);
    home.quiet();
    assertThat(scores()).containsOnly(Optional.of(10.0));
    assertThat(scoredFrom()).hasValue(main.id());
    home.tenant.run(() -> home.resumes.remove(main.id()));
    home.tenant.run(home.scoring::soon);
    home.quiet();
    assertThat(scores())
        .as("a profile for one that is gone is for all")
        .containsOnly(Optional.of(13.0));
  }

  private OptionalLong scoredFrom() {
    return home.in(() -> home.jobs.findById(home.shown().getFirst().id()))
        .orElseThrow()
        .scored()
        .orElseThrow()
        .resume();
  }

  @Test
  void withoutAResumeNothingIsScoredAndItIsSaid() {
    start(new BoardJar().scorer("keywords", 1, BY_LENGTH));
    store(1);
    assertThat(scores()).containsOnly(Optional.empty());
    assertThat(home.in(() -> home.tasks.recent(10))).isEmpty();
    assertThat(home.in(home.scoring::obstacle))
        .contains("There is no résumé yet. Add one to see how well jobs fit.");
  }

  @Test
  void aPostingThatTheScorerFailsOnCostsOnlyItself() {
    start(new BoardJar().scorer("keywords", 1, BY_LENGTH));
    resume("12345");
    home.in(() -> home.jobs.store(List.of(found("Poison"), found("Cook"), found("Baker"))));
    home.tenant.run(home.scoring::soon);
    home.quiet();
    assertThat(home.shown())
        .extracting(row -> row.title() + " " + row.score().orElse(-1.0) + " " + row.unscorable())
        .containsExactlyInAnyOrder("Poison -1.0 true", "Cook 5.0 false", "Baker 5.0 false");
  }

  @Test
  void aScorerThatFailsOnEverythingFailsTheTaskAndLeavesTheJobsUnscored() {
    start(new BoardJar().scorer("keywords", 1, "throw new IllegalStateException(\"oops\");"));
    resume("12345");
    store(5);
    assertThat(home.in(() -> home.tasks.recent(1)))
        .first()
        .matches(task -> task.state() == TaskState.FAILED)
        .matches(task -> task.error().startsWith("The jobs stay without a score. "));
    assertThat(home.shown()).noneMatch(JobRow::unscorable);
  }

  @Test
  void aScorerThatMiscountsIsNamed() {
    start(new BoardJar().scorer("keywords", 1, "return List.of();"));
    resume("12345");
    store(5);
    assertThat(home.in(() -> home.tasks.recent(1)).getFirst().error())
        .contains("Scorer \"keywords\" gave 0 scores for 5 postings.");
  }

  @Test
  void anotherScorerCanBeChosen() {
    start(
        new BoardJar()
            .scorer("keywords", 1, BY_LENGTH)
            .scorer("other", 1, "return List.of(new Score.Match(42, List.of(), List.of()));"));
    resume("12345");
    home.tenant.run(() -> home.preferences.chooseScorer("other"));
    store(1);
    assertThat(scores()).containsOnly(Optional.of(42.0));
    home.tenant.run(() -> home.preferences.chooseScorer("gone"));
    assertThat(home.in(home.scoring::obstacle).orElseThrow())
        .startsWith("There is no scorer \"gone\", expected one of: keywords, other.");
  }

  @Test
  void aBrokenPreferencesFileIsNamedAndKept() throws Exception {
    start(new BoardJar().scorer("keywords", 1, BY_LENGTH));
    resume("12345");
    Path file = root.resolve("config/preferences.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "scorer: [a\n");
    assertThat(home.in(home.scoring::obstacle).orElseThrow())
        .startsWith("config/preferences.yaml, line 2: ");
    assertThat(file).hasContent("scorer: [a\n");
  }

  @Test
  void postingsThatAreNotStoredCanBeScored() throws Exception {
    start(new BoardJar().scorer("keywords", 1, BY_LENGTH));
    List<Posting> postings = new ArrayList<>();
    for (int id = 0; id < 401; id++) {
      postings.add(found("Cook " + id).posting());
    }
    List<Score> scores =
        home.in(() -> home.scoring.score(Optional.empty(), Candidate.of("123"), postings));
    assertThat(scores).hasSize(401);
    assertThat(scores.getFirst())
        .isInstanceOfSatisfying(Score.Match.class, match -> assertThat(match.value()).isEqualTo(3));
    assertThatThrownBy(
            () ->
                home.tenant.call(
                    () -> home.scoring.score(Optional.of("none"), Candidate.of("1"), postings)))
        .isInstanceOf(ExtensionException.class)
        .hasMessageContaining("There is no scorer \"none\"");
  }

  @Test
  void theSameResumeAgainIsNoNewOne() {
    start(new BoardJar().scorer("keywords", 1, BY_LENGTH));
    Resume first = resume("Cook ");
    assertThat(resume(" Cook")).isEqualTo(first);
    Resume second = resume("Baker");
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.version()).isEqualTo(2);
    assertThat(home.in(home.resumes::current).orElseThrow().text()).isEqualTo("Baker");
    assertThatThrownBy(() -> resume("  "))
        .hasMessage(
            "The résumé is empty, expected its text. Paste the text or choose another file.");
  }

  private void start(BoardJar jar) {
    jar.into(root.resolve("shipped"));
    home = new SearchHome(root);
  }

  private Resume resume(String text) {
    return home.in(() -> home.resumes.save(text, "cv.txt"));
  }

  private void store(int number) {
    List<Found> found = new ArrayList<>();
    for (int id = 0; id < number; id++) {
      found.add(found("Cook " + id));
    }
    home.in(() -> home.jobs.store(found));
    home.tenant.run(home.scoring::soon);
    home.quiet();
  }

  private List<Optional<Double>> scores() {
    return home.shown().stream().map(JobRow::score).toList();
  }

  private static Found found(String title) {
    String id = title.replace(' ', '-');
    return new Found(
        Posting.of(id, title, URI.create("https://jobs.example.com/" + id)),
        "test",
        OptionalLong.empty(),
        Optional.empty());
  }
}
