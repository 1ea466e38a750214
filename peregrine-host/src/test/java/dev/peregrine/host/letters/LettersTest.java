package dev.peregrine.host.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.Posting;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.evidence.CheckedSentence;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.letters.Letter.Origin;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tailoring.Tailorings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTest {

  private static final String RESUME =
      """
      {"basics":{"name":"Alex Rivera"},
       "work":[{"name":"Northwind Payments","position":"Software Engineer","startDate":"2019-03",
         "highlights":["Rebuilt the settlement service in Java"]}]%s}
      """;

  @TempDir Path folder;
  private TestHome home;
  private Jobs jobs;
  private Resumes resumes;
  private Letters letters;
  private long job;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    var live = new Live();
    jobs = new Jobs(home.databases(), live, home.clock());
    resumes = new Resumes(home.databases(), home.clock());
    var reading = new ResumeReading(new DocumentText(Path.of("java"), ""));
    letters =
        new Letters(
            home.databases(),
            jobs,
            new Tailorings(home.databases(), jobs, resumes, reading, live, home.clock()),
            new Drafts(reading, home.clock()),
            live,
            home.clock());
    Posting posting =
        Posting.of("1", "Backend Engineer", URI.create("https://jobs.example.com/1"))
            .withCompany(Optional.of("Brightbank"))
            .withDescription(Optional.of("We run a settlement service and the team likes Java."));
    job =
        in(
            () ->
                jobs.store(
                        List.of(
                            new Found(posting, "board", OptionalLong.empty(), Optional.empty())))
                    .getFirst()
                    .job());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private <T> T in(Callable<T> work) {
    try {
      return home.tenant().call(work);
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  private static LetterContent typed(String text) {
    return LetterContent.of(Origin.TYPED, text, LetterStyle.in(Locale.ENGLISH), Optional.empty());
  }

  private Letter save(int seen, String text) {
    return ((Letters.Saving.Done) in(() -> letters.save(job, seen, typed(text)))).letter();
  }

  private Resume resume(String more) {
    return in(
        () ->
            resumes.create(
                "CV",
                new ResumeContent(
                    Resume.Origin.EDITED,
                    "Alex Rivera. Rebuilt the settlement service in Java. " + more,
                    RESUME.formatted(more),
                    "cv",
                    Optional.empty(),
                    OptionalLong.empty())));
  }

  private List<String> texts() {
    return in(() -> letters.versions(job)).stream().map(Letter::text).toList();
  }

  @Test
  void whatOneSittingTypesIsOneVersion() {
    Letter first = save(0, "Dear");
    home.pass(Duration.ofMinutes(1));
    Letter second = save(first.number(), "Dear Ms");
    home.pass(Duration.ofMinutes(9));
    save(second.number(), "Dear Ms Ito");
    assertThat(texts()).containsExactly("Dear Ms Ito", "Dear Ms");
    assertThat(in(() -> letters.current(job)).orElseThrow().text()).isEqualTo("Dear Ms Ito");
  }

  @Test
  void aSecondWindowIsToldAndNothingIsLost() {
    Letter first = save(0, "Dear Ms Ito");
    save(first.number(), "Dear Ms Ito, mine");
    var told =
        (Letters.Saving.Overtaken)
            in(() -> letters.save(job, first.number(), typed("Dear Ms Ito, theirs")));
    assertThat(told.inUse().text()).isEqualTo("Dear Ms Ito, mine");
    assertThat(told.kept().origin()).isEqualTo(Origin.ASIDE);
    assertThat(texts()).containsExactly("Dear Ms Ito, theirs", "Dear Ms Ito, mine");
    in(() -> letters.save(job, first.number(), typed("Dear Ms Ito, theirs")));
    assertThat(texts()).as("kept once").hasSize(2);
  }

  @Test
  void whatAModelWroteNeverTakesAwayWhatThePersonHad() {
    Letter mine = save(0, "Mine");
    Letter written =
        in(
            () ->
                letters.add(
                    job,
                    new LetterContent(
                        Origin.MODEL,
                        "Written",
                        LetterStyle.in(Locale.GERMAN),
                        Optional.of(new Letter.Against(3, 4)),
                        "desk",
                        "small",
                        "shorter"),
                    true));
    assertThat(written.backend()).isEqualTo("desk");
    assertThat(written.style().isGerman()).isTrue();
    assertThat(written.against()).contains(new Letter.Against(3, 4));
    assertThat(texts()).containsExactly("Written", "Mine");
    assertThat(in(() -> letters.undo(job, written.number(), mine.number()))).isTrue();
    assertThat(in(() -> letters.current(job)).orElseThrow().text()).isEqualTo("Mine");
    assertThat(in(() -> letters.restore(job, written.number())).orElseThrow().origin())
        .isEqualTo(Origin.RESTORED);
    assertThat(texts()).containsExactly("Written", "Written", "Mine");
  }

  @Test
  void anEmptiedLetterIsNone() {
    Letter first = save(0, "Dear");
    save(first.number(), " \n");
    assertThat(in(() -> letters.current(job))).isEmpty();
    assertThat(in(letters::jobs)).isEmpty();
    assertThat(in(() -> letters.cleared(job))).isInstanceOf(Clearance.Nothing.class);
  }

  @Test
  void whatTheResumeDoesNotBearOutAndWhatIsToBeFilledInBlocks() {
    resume("");
    Letter first =
        save(0, "Dear Ms Ito,\n\nAt Stripe I rebuilt a service. [Why them.]\n\nKind regards\nAlex");
    var blocked = (Clearance.Blocked) in(() -> letters.cleared(job));
    assertThat(blocked.claims()).extracting(Claim::text).containsExactly("At Stripe");
    assertThat(blocked.places()).containsExactly("[Why them.]");
    save(
        first.number(),
        "Dear Ms Ito,\n\nAt Northwind Payments I rebuilt the settlement service.\n\nKind regards\nAlex");
    var cleared = (Clearance.Cleared) in(() -> letters.cleared(job));
    assertThat(cleared.held()).isTrue();
    assertThat(cleared.letter().text()).contains("Northwind");
  }

  @Test
  void withoutAResumeThereIsNothingToHoldItAgainst() {
    save(0, "Dear Ms Ito,\n\nAt Stripe I rebuilt a service.\n\nKind regards\nAlex");
    assertThat(((Clearance.Cleared) in(() -> letters.cleared(job))).held()).isFalse();
  }

  @Test
  void whatThePersonConfirmedCountsAsLongAsItStandsInTheResume() {
    Resume without = resume("");
    save(0, "Dear Ms Ito,\n\nI have ten years of experience with cranes.\n\nKind regards\nAlex");
    var checked =
        in(
            () ->
                letters.check(
                    letters.current(job).orElseThrow().text(),
                    jobs.findById(job).orElseThrow(),
                    without));
    CheckedSentence sentence = checked.sentences().getFirst();
    assertThat(sentence.isSupported()).isFalse();
    for (Claim claim : sentence.claims()) {
      in(
          () -> {
            letters.confirm(without, claim, sentence, "Ten years of cranes");
            return claim;
          });
    }
    assertThat(in(() -> letters.cleared(job))).isInstanceOf(Clearance.Blocked.class);
    in(
        () ->
            resumes.save(
                without.id(),
                without.version(),
                ResumeContent.text(without.text() + "\nTen years of cranes", "cv")));
    assertThat(
            in(
                () ->
                    letters
                        .check(
                            letters.current(job).orElseThrow().text(),
                            jobs.findById(job).orElseThrow(),
                            resumes.current().orElseThrow())
                        .isSupported()))
        .isTrue();
  }

  @Test
  void aLetterThatIsNoneIsRefusedWithASentence() {
    assertThatThrownBy(() -> typed("x".repeat(60_001)))
        .hasMessageStartingWith("The letter has 60,001 characters, expected at most 60,000.");
    assertThat(typed("a\r\nb\u0000c").text()).isEqualTo("a\nbc");
  }
}
