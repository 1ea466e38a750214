package dev.peregrine.host.tailoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailoringsTest {

  private static final String BULLET = "Rebuilt the settlement service in Java";

  @TempDir Path root;
  private TestHome home;
  private Resumes resumes;
  private Tailorings tailorings;
  private long job;

  @BeforeEach
  void open() {
    home = new TestHome(root);
    var live = new Live();
    var jobs = new Jobs(home.databases(), live, home.clock());
    resumes = new Resumes(home.databases(), home.clock());
    var documents =
        new DocumentText(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"));
    tailorings =
        new Tailorings(
            home.databases(), jobs, resumes, new ResumeReading(documents), live, home.clock());
    job =
        home.with(
            () ->
                jobs.store(
                        List.of(
                            new Found(
                                Posting.of("1", "Cook", URI.create("https://jobs.example/1")),
                                "village",
                                OptionalLong.empty(),
                                Optional.empty())))
                    .getFirst()
                    .job());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Resume resume(String name, String json) {
    return home.with(() -> resumes.create(name, content(json)));
  }

  private static ResumeContent content(String json) {
    return new ResumeContent(
        Resume.Origin.EDITED, "text", json, "form", Optional.empty(), OptionalLong.empty());
  }

  private Optional<TailoredResume> toSend() throws Exception {
    return home.tenant().call(() -> tailorings.toSend(job));
  }

  private Change added(Resume lane, String after) {
    return home.with(
        () ->
            tailorings.add(
                job,
                lane.id(),
                NewChange.wording("work/0/highlights/1", BULLET, after, "", Change.Origin.PERSON),
                Change.State.ACCEPTED));
  }

  private List<Change> changes(Resume lane) {
    return home.with(() -> tailorings.changes(job, lane.id()));
  }

  @Test
  void withoutAResumeThereIsNothingToSend() throws Exception {
    assertThat(toSend()).isEmpty();
  }

  @Test
  void withoutChangesTheMainResumeGoesAsItIs() throws Exception {
    Resume main = resume("Main", SampleResume.JSON);
    resume("Other", SampleResume.JSON);
    TailoredResume sent = toSend().orElseThrow();
    assertThat(sent.resume()).isEqualTo(main.id());
    assertThat(sent.document()).isEqualTo(SampleResume.document());
    assertThat(sent.isTailored()).isFalse();
  }

  @Test
  void theLaneThatWasChosenGoesUntilTheBestOneIsTakenAgain() throws Exception {
    Resume main = resume("Main", SampleResume.JSON);
    Resume other = resume("Other", SampleResume.JSON);
    home.run(() -> tailorings.choose(job, other));
    assertThat(toSend().orElseThrow().name()).isEqualTo("Other");
    home.run(() -> tailorings.chooseBest(job));
    assertThat(toSend().orElseThrow().resume()).isEqualTo(main.id());
    home.run(() -> tailorings.choose(job, other));
    home.run(() -> resumes.remove(other.id()));
    assertThat(toSend().orElseThrow().name()).as("one that is gone").isEqualTo("Main");
  }

  @Test
  void onlyWhatWasAcceptedIsInIt() throws Exception {
    Resume main = resume("Main", SampleResume.JSON);
    home.with(
        () ->
            tailorings.propose(
                job,
                main.id(),
                Change.Origin.MODEL,
                List.of(
                    NewChange.wording(
                        "work/0/highlights/1", BULLET, "Proposed", "", Change.Origin.MODEL))));
    assertThat(toSend().orElseThrow().isTailored()).isFalse();
    long id = changes(main).getFirst().id();
    home.run(() -> tailorings.accept(job, List.of(id)));
    TailoredResume sent = toSend().orElseThrow();
    assertThat(sent.document().work().getFirst().highlights()).contains("Proposed");
    assertThat(sent.changes()).hasSize(1);
    home.run(() -> tailorings.set(job, List.of(id), Change.State.DECLINED));
    assertThat(toSend().orElseThrow().isTailored()).isFalse();
  }

  @Test
  void ofTwoAboutTheSameBulletTheLaterOneCounts() throws Exception {
    Resume main = resume("Main", SampleResume.JSON);
    Change first = added(main, "First");
    Change second = added(main, "Second");
    assertThat(changes(main))
        .extracting(Change::state)
        .containsExactly(Change.State.DECLINED, Change.State.ACCEPTED);
    home.run(() -> tailorings.accept(job, List.of(first.id())));
    assertThat(toSend().orElseThrow().document().work().getFirst().highlights())
        .contains("First")
        .doesNotContain("Second");
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void proposingAgainReplacesWhatNobodyDecidedAndRepeatsNothingThatWas() {
    Resume main = resume("Main", SampleResume.JSON);
    List<NewChange> proposals =
        List.of(
            NewChange.wording("work/0/highlights/1", BULLET, "A", "", Change.Origin.MODEL),
            NewChange.wording(
                "work/0/highlights/0",
                "Kept the garden of the office",
                "B",
                "",
                Change.Origin.MODEL));
    home.with(() -> tailorings.propose(job, main.id(), Change.Origin.MODEL, proposals));
    home.run(
        () -> tailorings.set(job, List.of(changes(main).getFirst().id()), Change.State.DECLINED));
    int again = home.with(() -> tailorings.propose(job, main.id(), Change.Origin.MODEL, proposals));
    assertThat(again).as("what was declined does not come back").isEqualTo(1);
    assertThat(changes(main))
        .extracting(change -> change.after().getFirst() + change.state())
        .containsExactly("ADECLINED", "BPROPOSED");
  }

  @Test
  void whatTheResumeNoLongerSaysIsNotChanged() throws Exception {
    Resume main = resume("Main", SampleResume.JSON);
    added(main, "Otherwise");
    home.with(
        () ->
            resumes.save(
                main.id(),
                main.version(),
                content(SampleResume.JSON.replace(BULLET, "Rebuilt it, in Kotlin"))));
    TailoredResume sent = toSend().orElseThrow();
    assertThat(sent.version()).isEqualTo(2);
    assertThat(sent.isTailored()).isFalse();
    assertThat(sent.document().work().getFirst().highlights()).contains("Rebuilt it, in Kotlin");
  }

  @Test
  void changesOfAnotherJobAreOutOfReach() throws Exception {
    Resume main = resume("Main", SampleResume.JSON);
    Change change = added(main, "Otherwise");
    home.run(() -> tailorings.set(job + 1, List.of(change.id()), Change.State.DECLINED));
    home.run(() -> tailorings.set(job + 1, List.of(change.id()), Change.State.ACCEPTED));
    assertThat(changes(main).getFirst().state()).isEqualTo(Change.State.ACCEPTED);
  }

  @Test
  void aResumeThatCameAsTextIsRead() throws Exception {
    home.with(
        () ->
            resumes.save(
                "Kim Weaver\nkim@weaver.example\n\nExperience\n\nCook, Blue Kitchen, 2019 - 2023\n- Cooked",
                "pasted"));
    assertThat(toSend().orElseThrow().document().basics().name()).contains("Kim Weaver");
  }
}
