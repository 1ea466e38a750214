package dev.peregrine.host.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.rounds.RoundKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Practice with the questions of the program. */
class PracticeTest {

  @TempDir Path folder;
  private PracticeHome home;

  @BeforeEach
  void open() {
    home = new PracticeHome(folder);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private List<Asked> wholeSession(RoundKind kind, int questions) {
    Session session = home.session(kind, questions);
    while (home.now(session).wantsQuestion()) {
      Session asked = home.next(home.now(session));
      if (asked.ended().isPresent()) {
        break;
      }
      home.rated(asked, 4);
    }
    return home.now(session).turns().stream().map(Turn::asked).toList();
  }

  @Test
  void aSessionBeginsWithThePersonAsksForThePostingAndEndsWithTheirQuestions() {
    List<Asked> asked = wholeSession(RoundKind.HIRING_MANAGER, 8);
    assertThat(asked).hasSize(8);
    assertThat(asked.getFirst().theme()).isEqualTo(Theme.OPENING);
    assertThat(asked.getLast().theme()).isEqualTo(Theme.CLOSING);
    assertThat(asked.stream().map(Asked::theme)).containsAnyOf(Theme.DEMAND, Theme.GAP);
    assertThat(asked.stream().map(Asked::key)).doesNotHaveDuplicates();
    assertThat(asked.stream().map(Asked::question)).noneMatch(question -> question.contains("{"));
  }

  @Test
  void whatThePostingAsksForAndTheResumeHasIsAskedOtherwiseThanWhatItLacks() {
    List<Asked> asked = wholeSession(RoundKind.TECHNICAL, 12);
    Set<String> had =
        asked.stream()
            .filter(one -> one.theme() == Theme.DEMAND)
            .map(Asked::demand)
            .collect(Collectors.toSet());
    Set<String> lacked =
        asked.stream()
            .filter(one -> one.theme() == Theme.GAP)
            .map(Asked::demand)
            .collect(Collectors.toSet());
    assertThat(had).isSubsetOf("Python", "Airflow").isNotEmpty();
    assertThat(lacked).isSubsetOf("Kubernetes", "Snowflake").contains("Kubernetes");
    assertThat(asked.stream().map(Asked::bank)).contains("python-project");
  }

  @Test
  void theNextSessionAsksOtherQuestionsAsLongAsThereAreAny() {
    var seen = new HashSet<>(wholeSession(RoundKind.PANEL, 6));
    List<Asked> second = wholeSession(RoundKind.PANEL, 6);
    assertThat(second.stream().filter(seen::contains)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void whatWasAskedInARealRoundIsPractisedOnceAndInItsLanguage() {
    home.heard.add("Wie gehen Sie mit einem Fehler um, den Sie zu spät bemerken?");
    home.heard.add("What do you do when the nightly jobs are late?");
    List<Asked> first = wholeSession(RoundKind.HIRING_MANAGER, 4);
    assertThat(first.stream().filter(asked -> asked.theme() == Theme.REAL))
        .extracting(Asked::question)
        .containsExactly("What do you do when the nightly jobs are late?");
    assertThat(wholeSession(RoundKind.HIRING_MANAGER, 4))
        .noneMatch(asked -> asked.theme() == Theme.REAL);
  }

  @Test
  void germanIsSpokenInAGermanSession() {
    Session session =
        home.in(
            () ->
                home.practice.begin(
                    home.job,
                    new SessionPlan(
                        RoundKind.RECRUITER,
                        Locale.GERMAN,
                        SessionPlan.Asker.BANK,
                        3,
                        false,
                        false)));
    Asked asked = home.next(session).last().orElseThrow().asked();
    BankQuestion shipped = QuestionBank.SHIPPED.find(asked.bank()).orElseThrow();
    assertThat(asked.question()).isEqualTo(shipped.german());
  }

  @Test
  void whatWentBadlyComesFirstInTheNextSessionUntilItGoesWell() {
    Session first = home.next(home.session(RoundKind.HIRING_MANAGER, 3));
    Asked badly = first.last().orElseThrow().asked();
    home.rated(first, 1);
    assertThat(home.in(home.practice::weakSpots))
        .extracting(WeakSpot::asked)
        .containsExactly(badly);

    Session second = home.next(home.session(RoundKind.HIRING_MANAGER, 3));
    assertThat(second.last().orElseThrow().asked()).isEqualTo(badly);
    home.rated(second, 4);
    assertThat(home.in(home.practice::weakSpots)).isEmpty();

    Session third = home.next(home.session(RoundKind.HIRING_MANAGER, 3));
    assertThat(third.last().orElseThrow().asked()).isNotEqualTo(badly);
  }

  @Test
  void aPracticeOfWhatComesBackHasNothingElse() {
    Session first = home.next(home.session(RoundKind.HIRING_MANAGER, 2));
    home.rated(first, 2);
    home.rated(home.next(home.now(first)), 2);
    Session only =
        home.in(
            () ->
                home.practice.begin(
                    home.job,
                    new SessionPlan(
                        RoundKind.RECRUITER,
                        Locale.ENGLISH,
                        SessionPlan.Asker.BANK,
                        5,
                        false,
                        true)));
    home.rated(home.next(only), 4);
    home.rated(home.next(home.now(only)), 4);
    assertThat(home.next(home.now(only)).ended()).isPresent();
    assertThat(home.now(only).turns())
        .extracting(Turn::asked)
        .containsExactlyInAnyOrderElementsOf(
            home.now(first).turns().stream().map(Turn::asked).toList());
  }

  @Test
  void whatOnlyAnotherJobAsksForDoesNotComeBackHere() {
    Session first = home.session(RoundKind.TECHNICAL, 1);
    home.in(
        () ->
            home.practice.ask(
                first.id(),
                new Asked("demand-taught", Theme.DEMAND, "Airflow", "Explain Airflow."),
                ""));
    home.rated(home.now(first), 1);
    long bakery = home.posting("Baker", "You bake bread at night.");
    Session there =
        home.in(
            () ->
                home.practice.begin(
                    bakery, PracticeHome.plan(RoundKind.TECHNICAL, SessionPlan.Asker.BANK, 3)));
    assertThat(home.next(there).last().orElseThrow().asked().demand()).isNotEqualTo("Airflow");
    assertThat(
            home.next(home.session(RoundKind.TECHNICAL, 3)).last().orElseThrow().asked().demand())
        .isEqualTo("Airflow");
  }

  @Test
  void whatThePersonSettlesDoesNotComeBackAndCanBeTakenBack() {
    home.rated(home.next(home.session(RoundKind.PANEL, 1)), 1);
    WeakSpot spot = home.in(home.practice::weakSpots).getFirst();
    assertThat(home.in(() -> home.practice.settle(spot.turn().id(), true))).isTrue();
    assertThat(home.in(home.practice::weakSpots)).isEmpty();
    home.in(() -> home.practice.settle(spot.turn().id(), false));
    assertThat(home.in(home.practice::weakSpots)).hasSize(1);
  }

  @Test
  void ofTwoWindowsTheSecondIsToldAndNothingIsLost() {
    Turn open = home.next(home.session(RoundKind.PANEL, 1)).last().orElseThrow();
    Practice.Saving mine = home.in(() -> home.practice.draft(open.id(), open.version(), "Mine"));
    assertThat(mine).isInstanceOf(Practice.Saving.Done.class);
    Practice.Saving theirs =
        home.in(() -> home.practice.draft(open.id(), open.version(), "Theirs"));
    assertThat(theirs).isInstanceOf(Practice.Saving.Overtaken.class);
    assertThat(theirs.turn().answer()).isEqualTo("Mine");
    assertThat(
            home.in(
                () ->
                    home.practice.answer(
                        open.id(), mine.turn().version(), "Mine, at last", Duration.ofSeconds(75))))
        .isInstanceOf(Practice.Saving.Done.class);
    Practice.Saving late =
        home.in(
            () ->
                home.practice.answer(open.id(), open.version(), "Too late", Duration.ofSeconds(1)));
    assertThat(late).isInstanceOf(Practice.Saving.Overtaken.class);
    assertThat(late.turn().answer()).isEqualTo("Mine, at last");
    assertThat(late.turn().time()).isEqualTo(Duration.ofSeconds(75));
  }

  @Test
  void theFirstRatingStaysAndAnAnswerCanBeChangedBeforeIt() {
    Session session = home.next(home.session(RoundKind.PANEL, 2));
    Turn open = session.last().orElseThrow();
    home.in(() -> home.practice.answer(open.id(), 1, "One", Duration.ZERO));
    home.in(
        () -> {
          home.practice.reopen(open.id());
          return open;
        });
    Turn again = home.now(session).last().orElseThrow();
    assertThat(again.state()).isEqualTo(Turn.State.OPEN);
    assertThat(again.answer()).isEqualTo("One");
    home.in(() -> home.practice.answer(open.id(), again.version(), "Two", Duration.ZERO));
    home.in(
        () -> {
          home.practice.rate(open.id(), PracticeHome.rating(3));
          home.practice.rate(open.id(), PracticeHome.rating(1));
          return open;
        });
    assertThat(home.now(session).last().orElseThrow().rating().orElseThrow().mean()).isEqualTo(3);
    assertThat(home.in(() -> home.practice.again(session.id())).turns()).hasSize(2);
    assertThat(home.now(session).plan().questions()).isEqualTo(3);
  }

  @Test
  void aSessionIsTakenAwayWithItsWeakSpotsAndComesBackWithThem() {
    Session session = home.next(home.session(RoundKind.PANEL, 1));
    home.rated(session, 1);
    assertThat(home.in(() -> home.practice.remove(session.id()))).isTrue();
    assertThat(home.in(() -> home.practice.of(home.job))).isEmpty();
    assertThat(home.in(() -> home.practice.count(home.job))).isZero();
    assertThat(home.in(home.practice::weakSpots)).isEmpty();
    assertThat(home.in(() -> home.practice.bringBack(session.id()))).isTrue();
    assertThat(home.in(() -> home.practice.of(home.job))).hasSize(1);
    assertThat(home.in(home.practice::weakSpots)).hasSize(1);
  }

  @Test
  void theResumeIsLookedAtForEvidenceAndForWhatItDoesNotSay() {
    Material material = home.in(() -> home.asking.material(home.job));
    assertThat(material.evidence("What did you do with Airflow last?", "Airflow"))
        .first()
        .asString()
        .contains("40 nightly jobs");
    assertThat(material.notInResume("At Stripe I led a team of 12 people."))
        .anyMatch(claim -> claim.contains("Stripe"));
    assertThat(material.notInResume("I moved 40 nightly jobs to Airflow.")).isEmpty();
  }

  @Test
  void aSessionHasAtMostTwentyQuestions() {
    assertThatThrownBy(() -> PracticeHome.plan(RoundKind.PANEL, SessionPlan.Asker.BANK, 21))
        .hasMessage("A session of \"21\" questions: expected 1 to 20.");
  }

  @Test
  void aTranscriptKeepsWhatWasTypedAsPlainText() {
    Session session = home.next(home.session(RoundKind.PANEL, 1));
    Turn open = session.last().orElseThrow();
    home.in(
        () -> {
          home.practice.answer(
              open.id(), 1, "# Not a heading\n- not a list\n1. <b>bold</b> *star*", Duration.ZERO);
          home.practice.rate(open.id(), PracticeHome.rating(2));
          return open;
        });
    var job = home.in(() -> home.jobs.findById(home.job).orElseThrow());
    String marked = Transcript.markdown(job, home.now(session), "today, 10:00");
    assertThat(marked)
        .startsWith("# Practice interview: Data engineer\n\nWattwerk · Several people at once")
        .contains("\\# Not a heading\n\\- not a list\n1\\. \\<b\\>bold\\</b\\> \\*star\\*")
        .contains("## 1. ", "- Evidence: 2 of 4", "Rated by you.");
    assertThat(Transcript.plain(job, home.now(session), "today, 10:00"))
        .contains("# Not a heading\n- not a list\n1. <b>bold</b> *star*");
  }
}
