package dev.peregrine.host.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.MailStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchingTest {

  @TempDir Path folder;
  private MatchingHome home;
  private long clerk;

  @BeforeEach
  void open() {
    home = new MatchingHome(folder);
    clerk =
        home.application("Kontor Nord GmbH", "Office Clerk", "https://www.kontor-nord.example/1");
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void aMailFromTheEmployersDomainBelongsToTheApplication() {
    long mail =
        home.from("Anna Berg", "anna.berg@mail.kontor-nord.example").comes("Hello", "See you.");

    assertThat(home.belongs(mail)).isEqualTo(clerk + " sender");
    assertThat(home.mail(mail).belonging().orElseThrow().words()).isEqualTo("kontor-nord.example");
  }

  @Test
  void aSystemForApplicationsIsRecognisedAndTheEmployerStandsInItsName() {
    long byName =
        home.from("Kontor Nord Hiring Team", "no-reply@us.greenhouse-mail.io")
            .comes("Thank you for applying", "We have it.");
    long bySlug =
        home.from("Recruiting", "kontor-nord@myworkday.com")
            .comes("Your application", "We have it.");
    long another =
        home.from("Werft Süd", "no-reply@us.greenhouse-mail.io")
            .comes("Thank you for applying", "We have it.");

    assertThat(home.belongs(byName)).isEqualTo(clerk + " applicant_system");
    assertThat(home.belongs(bySlug)).isEqualTo(clerk + " applicant_system");
    assertThat(home.belongs(another)).isEqualTo("none");
  }

  @Test
  void whereAnEmployerHasSeveralTheTitleDecidesAndWithoutOneThePersonIsAsked() {
    long driver =
        home.application("Kontor Nord", "Truck Driver (m/w/d)", "https://kontor-nord.example/2");

    long about =
        home.from("HR", "hr@kontor-nord.example")
            .comes("Your application as Truck Driver", "Please come by.");
    long unclear = home.from("HR", "hr@kontor-nord.example").comes("Your application", "Hello.");

    assertThat(home.belongs(about)).isEqualTo(driver + " sender");
    assertThat(home.in(() -> home.matching.candidates(unclear)))
        .extracting(Candidate::job)
        .contains(clerk, driver);
  }

  @Test
  void aMailAboutAnotherPositionOfTheEmployerIsLeftToThePerson() {
    long mail =
        home.from("HR", "hr@kontor-nord.example")
            .comes("Update", "Thank you for your application for the position of Welder.");

    assertThat(home.belongs(mail)).isEqualTo("none");
    assertThat(home.in(() -> home.matching.candidates(mail)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.job()).isEqualTo(clerk);
              assertThat(one.confidence()).isLessThan(0.7);
            });
  }

  @Test
  void aNameThatIsAWordNeedsASecondSign() {
    long apple = home.application("Apple", "Store Designer", "https://jobs.village.example/9");

    long cake =
        home.from("Oma", "oma@web.de").comes("Apple cake", "Interview the baker. Next time.");
    long real =
        home.from("Robin Lee", "robin@agency.example")
            .comes("Interview", "Apple would like to meet you for the Store Designer role.");

    assertThat(home.belongs(cake)).isEqualTo("none");
    assertThat(home.belongs(real)).isEqualTo(apple + " name_and_title");
  }

  @Test
  void listsOfPostingsAndWhatHasNothingToDoWithApplicationsBelongToNone() {
    long alert =
        home.from("LinkedIn Job Alerts", "jobalerts-noreply@linkedin.com")
            .comes("Office Clerk at Kontor Nord and 12 more jobs", "Kontor Nord, Office Clerk");
    long offer =
        home.from("Kontor Nord", "shop@kontor-nord.example")
            .header("list-unsubscribe", "<https://x.example>")
            .comes("20 % off", "Only today.");
    long unrelated = home.from("K", "k@kontor-nord.example").comes("Your invoice", "Paid.");
    home.in(
        () -> {
          home.mails.judge(
              Map.of(unrelated, new Judged(MailLabel.UNRELATED, 0.9, List.of(), "rules", 1)));
          home.arrivals.over(List.of(unrelated), MailStep.Turn.MATCH);
          return true;
        });

    assertThat(home.belongs(alert)).isEqualTo("none");
    assertThat(home.belongs(offer)).isEqualTo("none");
    assertThat(home.belongs(unrelated)).isEqualTo("none");
  }

  @Test
  void aConversationBelongsTogetherInWhicheverOrderItComes() {
    long answer =
        home.from("Robin", "robin@elsewhere.example")
            .id("b@x")
            .answers("a@x")
            .comes("Re: Hi", "Ok.");
    assertThat(home.belongs(answer)).isEqualTo("none");

    long first = home.from("HR", "hr@kontor-nord.example").id("a@x").comes("Hi", "Shall we talk?");
    long last = home.own("robin@elsewhere.example").id("c@x").answers("b@x").comes("Re: Hi", "Yes");

    assertThat(home.belongs(first)).isEqualTo(clerk + " sender");
    assertThat(home.belongs(answer)).isEqualTo(clerk + " thread");
    assertThat(home.mail(last).belonging().orElseThrow().job()).isEqualTo(clerk);
    assertThat(home.mail(first).thread()).isEqualTo(home.mail(answer).thread());
    assertThat(log()).hasSize(3);
  }

  @Test
  void theSameSubjectMakesNoConversationAndNeitherDoesANumberThatManyShare() {
    long one = home.from("A", "a@a.example").id("shared@x").comes("Update", "One");
    long two = home.from("B", "b@b.example").id("shared@x").comes("Invoice", "Two");
    long answer =
        home.from("C", "c@c.example").id("d@x").answers("shared@x").comes("AW: Update", "Three");
    long alike = home.from("D", "d@d.example").id("e@x").comes("Update", "Four");

    assertThat(home.mail(answer).thread()).isEqualTo(one);
    assertThat(home.mail(two).thread()).isEqualTo(two);
    assertThat(home.mail(alike).thread()).isEqualTo(alike);
  }

  @Test
  void whatThePersonSaysHoldsForTheConversationAndTheNextMailsOfTheSenderUntilItIsTakenBack() {
    long other = home.application("Werft Süd AG", "Welder", "https://werft.example/1");
    long first = home.from("Robin", "robin@agency.example").id("a@x").comes("A chance", "Hello");
    long answer =
        home.own("someone@else.example").id("b@x").answers("a@x").comes("Re: A chance", "Thanks");

    Correction said = home.in(() -> home.matching.assign(first, other));
    long next = home.from("Robin", "robin@agency.example").comes("By the way", "Hello again");

    assertThat(home.belongs(first)).isEqualTo(other + " person");
    assertThat(said.mails()).isEqualTo(2);
    assertThat(home.belongs(answer)).isEqualTo(other + " thread");
    assertThat(home.belongs(next)).isEqualTo(other + " taught");

    assertThat(home.in(() -> home.matching.undo(said.id()))).isTrue();
    assertThat(home.in(() -> home.matching.undo(said.id()))).isFalse();
    assertThat(List.of(home.belongs(first), home.belongs(answer), home.belongs(next)))
        .containsOnly("none");
    assertThat(home.in(() -> home.contacts.log(other))).isEmpty();
  }

  @Test
  void noneOfTheApplicationsIsRememberedToo() {
    long mail = home.from("Anna", "anna@kontor-nord.example").comes("Lunch?", "At noon?");
    assertThat(home.belongs(mail)).isEqualTo(clerk + " sender");

    Correction said = home.in(() -> home.matching.assignNone(mail));
    long next = home.from("Anna", "anna@kontor-nord.example").comes("Dinner?", "At six?");
    long colleague = home.from("HR", "hr@kontor-nord.example").comes("Hello", "Come by.");

    assertThat(home.belongs(mail)).isEqualTo("none");
    assertThat(home.belongs(next)).isEqualTo("none");
    assertThat(home.belongs(colleague)).isEqualTo(clerk + " sender");
    assertThat(log()).extracting(entry -> entry.said().subject()).containsExactly("Hello");

    home.in(() -> home.matching.undo(said.id()));
    assertThat(home.belongs(mail)).isEqualTo(clerk + " sender");
    assertThat(home.belongs(next)).isEqualTo(clerk + " sender");
  }

  @Test
  void aCorrectionOfASystemHoldsForTheNameThatItShowsAndNotForAllOfIt() {
    long mail = home.from("KN Group", "no-reply@us.greenhouse-mail.io").comes("Update", "Hello");
    home.in(() -> home.matching.assign(mail, clerk));

    long same =
        home.from("KN Group Careers", "no-reply@us.greenhouse-mail.io").comes("Next", "Hello");
    long another = home.from("Hafen AG", "no-reply@us.greenhouse-mail.io").comes("Next", "Hello");

    assertThat(home.belongs(same)).isEqualTo(clerk + " taught");
    assertThat(home.belongs(another)).isEqualTo("none");
  }

  @Test
  void ofAForwardedMailCountsWhoWroteIt() {
    String text =
        """
        ---------- Forwarded message ---------
        From: Anna Berg <anna@kontor-nord.example>
        Date: Mon, 2 Nov 2026
        Subject: Come by

        Dear Kim, please come by.
        """;
    long mail =
        home.from("Kim", "kim@second.example")
            .into(FolderRole.FORWARDED)
            .comes("Fwd: Come by", text);

    assertThat(home.belongs(mail)).isEqualTo(clerk + " sender");
    assertThat(people()).containsExactly("Anna Berg");
  }

  @Test
  void mailsAreNotedInTheLogOnceAndWhoWroteThemBecomesKnown() {
    long mail =
        home.from("Anna Berg", "anna.berg@kontor-nord.example")
            .id("a@x")
            .comes("Hello", "See you.");
    home.from("Kontor Nord", "noreply@kontor-nord.example").comes("Received", "We have it.");
    home.own("anna.berg@kontor-nord.example").comes("Re: Hello", "Gladly.");
    home.in(
        () -> {
          home.arrivals.over(List.of(mail));
          return true;
        });

    assertThat(log())
        .extracting(entry -> entry.said().direction())
        .containsExactlyInAnyOrder(Direction.IN, Direction.IN, Direction.OUT);
    assertThat(people()).containsExactly("Anna Berg");
    assertThat(home.in(() -> home.contacts.last(List.of(clerk))).get(clerk).at())
        .isEqualTo(home.home.now());
  }

  @Test
  void whoWasTakenAwayIsNotNotedAgainAndNeitherIsALineOfTheLog() {
    long mail = home.from("Anna Berg", "anna@kontor-nord.example").comes("Hello", "See you.");
    home.in(
        () -> {
          home.contacts.removePerson(home.contacts.people("kontor nord").getFirst().id());
          home.contacts.remove(home.contacts.log(clerk).getFirst().id());
          home.arrivals.over(List.of(mail));
          return true;
        });
    home.from("Anna Berg", "anna@kontor-nord.example").comes("Again", "Hello?");

    assertThat(people()).isEmpty();
    assertThat(log()).extracting(entry -> entry.said().subject()).containsExactly("Again");
  }

  @Test
  void somebodyKnownIsRecognisedByTheirAddress() {
    home.in(
        () ->
            home.contacts.addPerson(
                "kontor nord",
                new ContactDetails("Robin Lee", "", "robin.lee@gmail.com", "", "", "")));

    long mail = home.from("R.", "robin.lee@gmail.com").comes("Tomorrow", "At ten?");

    assertThat(home.belongs(mail)).isEqualTo(clerk + " known_person");
  }

  @Test
  void mailsThatCameFirstAreLookedAtAgainOnceThePersonApplied() {
    long job = home.posting("Werft Süd AG", "Welder", "https://werft-sued.example/1");
    long mail = home.from("HR", "hr@werft-sued.example").comes("Hello", "Send us more.");
    assertThat(home.belongs(mail)).isEqualTo("none");

    home.apply(job);
    int changed = home.in(() -> home.matching.lookAgain(List.of(), (done, total) -> {}));

    assertThat(changed).isEqualTo(1);
    assertThat(home.belongs(mail)).isEqualTo(job + " sender");
    assertThat(home.in(() -> home.contacts.log(job))).hasSize(1);
  }

  @Test
  void endedApplicationsKeepTheirMails() {
    home.in(
        () ->
            home.jobs.move(
                List.of(clerk),
                dev.peregrine.host.pipeline.Stage.REJECTED,
                java.util.Optional.empty()));
    home.home.pass(Duration.ofDays(3));

    long mail = home.from("HR", "hr@kontor-nord.example").comes("Sorry", "We filled it.");

    assertThat(home.belongs(mail)).isEqualTo(clerk + " sender");
  }

  @Test
  void aMailThatIsGoneCannotBeCorrected() {
    assertThatThrownBy(() -> home.home.with(() -> quietly(() -> home.matching.assign(99, clerk))))
        .hasMessageContaining("There is no mail \"99\"");
  }

  private static <T> T quietly(java.util.concurrent.Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private List<LogEntry> log() {
    return home.in(() -> home.contacts.log(clerk));
  }

  private List<String> people() {
    return home.in(() -> home.contacts.people("kontor nord")).stream().map(Contact::name).toList();
  }
}
