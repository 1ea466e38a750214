package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the person says stands over the rule. */
final class SameJobsTest extends JobsFixture {

  private static final String TEXT = text(1, 120);

  private static Posting writer(String id) {
    return saying(posting(id, "UX Writer", "Lau AG"), TEXT);
  }

  private Verdict join(long job, long other) {
    return home.with(() -> jobs.same().join(job, other));
  }

  private Verdict split(long sighting) {
    return home.with(() -> jobs.same().split(sighting));
  }

  private Optional<Verdict> undo(Verdict verdict) {
    return home.with(() -> jobs.same().undo(verdict.id()));
  }

  private List<Long> pending() {
    return ids(JobFilter.stage(Stage.PENDING).withOrder(JobFilter.Order.COMPANY));
  }

  private static List<String> texts(Job job) {
    return job.events().stream().map(JobEvent::text).toList();
  }

  @Test
  void joinedJobsAreOneWithTheSightingsAndEventsOfBoth() {
    long one = add(writer("1"));
    long two = add(saying(posting("2", "Texter", "Lau Gruppe"), text(2, 120)));
    move(Stage.REJECTED, two);
    move(Stage.PENDING, two);
    Verdict said = join(one, two);
    assertThat(said.label()).isEqualTo("Joined with Texter, Lau Gruppe");
    assertThat(said.job()).isEqualTo(one);
    assertThat(pending()).containsExactly(one);
    assertThat(counts().of(Stage.PENDING)).isEqualTo(1);
    assertThat(counts().hidden()).isZero();
    assertThat(ids(JobFilter.hidden())).isEmpty();
    assertThat(job(two).id()).isEqualTo(one);
    assertThat(job(one).sightings()).hasSize(2);
    assertThat(texts(job(one)))
        .contains("Rejected in review", "Joined by you with Texter, Lau Gruppe");
  }

  @Test
  void theStageThatIsFurtherWinsWhicheverOfBothWasAsked() {
    long one = add(writer("1"));
    long two = add(saying(posting("2", "Texter", "Lau"), text(2, 120)));
    long three = add(saying(posting("3", "Nurse", "Lau"), text(3, 120)));
    move(Stage.APPLIED, two);
    move(Stage.APPROVED, three);
    assertThat(join(one, two).job()).isEqualTo(two);
    assertThat(join(three, one).job()).isEqualTo(two);
    assertThat(job(three).stage()).isEqualTo(Stage.APPLIED);
    assertThat(job(one).sightings()).hasSize(3);
    assertThat(job(one).applied().orElseThrow().at()).isEqualTo(home.now());
  }

  @Test
  void undoingAJoinGivesBothBackAsTheyWere() {
    long one = add(writer("1"));
    long two =
        store(hidden("b", saying(posting("2", "Texter", "Kern"), text(2, 90)), "age", "40 days"))
            .getFirst()
            .job();
    long three = add(saying(posting("3", "Nurse", "Lau"), text(3, 120)));
    join(two, three);
    Verdict said = join(one, three);
    assertThat(job(two).id()).isEqualTo(one);
    undo(said);
    assertThat(job(two).id()).isEqualTo(three);
    assertThat(job(three).sightings()).hasSize(2);
    assertThat(job(one).sightings()).hasSize(1);
    assertThat(undo(said)).isEmpty();
    home.with(() -> jobs.same().split(job(three).sightings().getFirst().id()));
    assertThat(job(two).hidden()).contains(new Hidden("age", "40 days"));
  }

  @Test
  void nothingOfAJoinedJobIsLostWhileBothAreOne() {
    long one = add(writer("1"));
    long two = add(posting("2", "Texter", "Lau"));
    home.run(
        () -> jobs.saveScores("s", "h", Map.of(one, new Score.Match(71, List.of(), List.of()))));
    move(Stage.APPROVED, two);
    join(two, one);
    Job joined = job(one);
    assertThat(joined.id()).isEqualTo(two);
    assertThat(joined.scored()).isPresent();
    assertThat(joined.descriptionText()).isEqualTo(TEXT.strip());
  }

  @Test
  void laterSightingsOfAJoinedJobGoToTheOneItWasJoinedWith() {
    long one = add(writer("1"));
    Posting other = saying(posting("2", "Texter", "Lau Gruppe"), text(2, 120));
    long two = add(other);
    join(one, two);
    assertThat(store(found("board", other))).containsExactly(new Stored.SeenBefore(one));
    Posting third = saying(posting("3", "Texter", "Lau Gruppe"), text(2, 120));
    assertThat(store(found("third", third))).containsExactly(new Stored.AlsoOn(one, "board"));
    assertThat(pending()).containsExactly(one);
    assertThat(page(JobFilter.all()).rows().getFirst().boards()).isEqualTo(2);
    assertThat(job(one).sightings()).hasSize(3);
  }

  @Test
  void aDecisionOnAJoinedJobIsOneOnBothAndAnOldOneComesBackWithIt() {
    long one = add(writer("1"));
    long two = add(saying(posting("2", "Texter", "Lau"), text(2, 120)));
    Move early = move(Stage.ARCHIVED, one);
    move(Stage.APPROVED, two);
    join(one, two);
    move(Stage.APPLIED, one);
    assertThat(job(two).stage()).isEqualTo(Stage.APPLIED);
    assertThat(home.with(() -> jobs.undo(early.id()))).isEmpty();
    assertThat(ids(JobFilter.all())).containsExactly(two);
  }

  @Test
  void aSightingThatIsAnotherJobBecomesOneAndStaysOne() {
    long one = add(writer("1"));
    Posting copy = writer("2").withTags(List.of("figma"));
    store(found("second", copy));
    move(Stage.APPLIED, one);
    Verdict said = split(job(one).sightings().getLast().id());
    long two = said.job();
    assertThat(said.label()).isEqualTo("Split off UX Writer, Lau AG");
    assertThat(pending()).containsExactly(two);
    assertThat(job(two).posting().tags()).containsExactly("figma");
    assertThat(job(two).board()).isEqualTo("second");
    assertThat(job(one).sightings()).hasSize(1);
    assertThat(job(one).stage()).isEqualTo(Stage.APPLIED);
    assertThat(job(two).applied()).as("another job is another application").isEmpty();
    assertThat(texts(job(one))).contains("Split off by you: UX Writer, Lau AG");
    assertThat(texts(job(two))).contains("Split off by you from UX Writer, Lau AG");
    home.pass(Duration.ofDays(1));
    assertThat(store(found("second", copy), found("board", writer("1"))))
        .containsExactly(new Stored.SeenBefore(two), new Stored.SeenBefore(one));
    assertThat(ids(JobFilter.all().withWords("figma"))).containsExactly(two);
  }

  @Test
  void splittingOffWhatTheJobWasMadeOfLeavesTheOtherBoardsWords() {
    long one = add(writer("1").withTags(List.of("first")));
    store(found("second", writer("2").withTags(List.of("figma"))));
    move(Stage.APPROVED, one);
    Verdict said = split(job(one).sightings().getFirst().id());
    assertThat(job(one).posting().tags()).containsExactly("figma");
    assertThat(job(one).board()).isEqualTo("second");
    assertThat(job(one).stage()).isEqualTo(Stage.APPROVED);
    assertThat(job(said.job()).posting().tags()).containsExactly("first");
    undo(said);
    assertThat(job(one).posting().tags()).containsExactly("first");
    assertThat(job(one).board()).isEqualTo("board");
    assertThat(job(one).sightings()).hasSize(2);
    assertThat(pending()).isEmpty();
    assertThat(home.with(() -> jobs.findById(said.job()))).isEmpty();
  }

  @Test
  void undoingASplitAfterADecisionKeepsTheDecision() {
    long one = add(writer("1"));
    store(found("second", writer("2")));
    Verdict said = split(job(one).sightings().getLast().id());
    move(Stage.APPLIED, said.job());
    undo(said);
    assertThat(job(one).stage()).isEqualTo(Stage.APPLIED);
    assertThat(job(one).sightings()).hasSize(2);
    assertThat(texts(job(one))).contains("Applied");
  }

  @Test
  void aJobWithOneSightingCannotBeSplitAndAJobNotJoinedWithItself() {
    long one = add(writer("1"));
    assertThat(split(job(one).sightings().getFirst().id()).id()).isZero();
    assertThat(join(one, one).id()).isZero();
  }

  @Test
  void anotherPostingOfWhatWasAppliedForSaysSoInListsAndOnItsPage() {
    long one = add(in(writer("1"), "Berlin"));
    Instant applied = home.now();
    move(Stage.APPLIED, one);
    home.pass(Duration.ofDays(9));
    move(Stage.INTERVIEWING, one);
    long again = add(in(saying(posting("2", "UX Writer (m/w/d)", "Lau"), text(3, 80)), "Berlin"));
    long elsewhere = add(in(saying(posting("3", "UX Writer", "Lau"), text(4, 80)), "Oslo"));
    long seenTwice = store(found("b", in(writer("9"), "Berlin"))).getFirst().job();
    assertThat(seenTwice).isEqualTo(one);
    assertThat(job(one).applied()).contains(new Applied(one, "UX Writer", applied));
    assertThat(job(again).applied()).contains(new Applied(one, "UX Writer", applied));
    assertThat(job(elsewhere).applied()).isEmpty();
    assertThat(page(JobFilter.stage(Stage.PENDING)).rows())
        .filteredOn(row -> row.applied().isPresent())
        .extracting(JobRow::id)
        .containsExactly(again);
    home.with(() -> jobs.move(List.of(one), Stage.PENDING, Optional.empty()));
    assertThat(job(again).applied()).isEmpty();
  }

  @Test
  void similarJobsAreOfferedTheLikestFirst() {
    long one = add(writer("1"));
    long like = add(saying(posting("2", "Senior UX Writer", "Lau"), text(2, 80)));
    long lesser = add(saying(posting("3", "UX Designer", "Lau"), text(3, 80)));
    add(saying(posting("4", "Nurse", "Lau"), text(4, 80)));
    long elsewhere = add(saying(posting("5", "UX Writer", "Kern"), text(5, 80)));
    assertThat(home.with(() -> jobs.same().similar(job(one))))
        .extracting(SimilarJob::id)
        .containsExactly(elsewhere, like, lesser);
  }
}
