package dev.peregrine.host.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.host.config.Cadence;
import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemindersTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;
  private TestHome home;
  private Contacts contacts;
  private Rounds rounds;
  private Jobs jobs;
  private Reminders reminders;
  private Cadence cadence = Cadence.USUAL;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    var live = new Live();
    jobs = new Jobs(home.databases(), live, home.clock());
    contacts = new Contacts(home.databases(), live, home.clock());
    rounds = new Rounds(home.databases(), live, home.clock());
    reminders =
        new Reminders(home.databases(), live, home.clock(), () -> cadence, jobs, contacts, rounds);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private long applied(String id) {
    Posting posting =
        Posting.of(id, "Engineer " + id, URI.create("https://village.example/" + id))
            .withCompany(Optional.of("Kontor " + id));
    var found = new Found(posting, "village", OptionalLong.empty(), Optional.empty());
    return home.with(
        () -> {
          long job = jobs.store(List.of(found)).getFirst().job();
          jobs.move(List.of(job), Stage.APPLIED, Optional.empty());
          return job;
        });
  }

  private void said(long job, Direction direction) {
    said(job, direction, Said.Origin.HAND);
  }

  private void said(long job, Direction direction, Said.Origin origin) {
    var said =
        new Said(
            OptionalLong.empty(), direction, Channel.MAIL, home.now(), "Jana Berg", "", "", origin);
    home.run(() -> contacts.add(job, said));
  }

  private void days(int days) {
    home.pass(Duration.ofDays(days));
  }

  private ZonedDateTime now() {
    return home.now().atZone(BERLIN);
  }

  private List<String> due() {
    return home.with(() -> reminders.due(now()).stream().map(Reminder::title).toList());
  }

  private String key() {
    return home.with(() -> reminders.due(now()).getFirst().key());
  }

  @Test
  void anApplicationWithoutAnAnswerIsAskedAboutAfterAWeek() {
    applied("1");
    days(6);
    assertThat(due()).isEmpty();
    days(1);
    assertThat(due()).containsExactly("Ask Kontor 1 how it stands");
  }

  @Test
  void whoeverAskedIsLeftAloneForAWeekAndAsksTwiceAtMost() {
    long job = applied("1");
    days(7);
    said(job, Direction.OUT);
    assertThat(due()).isEmpty();
    days(7);
    assertThat(due()).hasSize(1);
    said(job, Direction.OUT);
    days(10);
    assertThat(due()).isEmpty();
    days(6);
    assertThat(due())
        .as("30 days since they could have answered")
        .containsExactly("Close the application at Kontor 1?");
  }

  @Test
  void whatTheyWroteIsAnsweredAndCountsAsASign() {
    long job = applied("1");
    days(29);
    said(job, Direction.IN);
    assertThat(due()).isEmpty();
    days(1);
    assertThat(due()).containsExactly("Answer Jana Berg");
    days(40);
    assertThat(due())
        .as("it is the person's turn, so nobody is silent")
        .containsExactly("Answer Jana Berg");
    assertThat(home.with(() -> reminders.quiet(List.of(job))).get(job).suggestsGhosted()).isFalse();
    said(job, Direction.OUT);
    assertThat(due()).isEmpty();
    days(6);
    assertThat(due()).as("asked about the answer, not about the application").isEmpty();
    days(1);
    assertThat(due()).containsExactly("Ask Kontor 1 how it stands");
  }

  @Test
  void aMailThatAsksForNothingIsASignButOwesNoAnswer() {
    long job = applied("1");
    days(5);
    said(job, Direction.IN, Said.Origin.MAIL);
    days(6);
    assertThat(due()).isEmpty();
    days(1);
    assertThat(due()).containsExactly("Ask Kontor 1 how it stands");
    days(23);
    assertThat(home.with(() -> reminders.quiet(List.of(job))).get(job).suggestsGhosted()).isTrue();
  }

  @Test
  void aMailThatAsksForAnAnswerMakesItThePersonsTurn() {
    long job = applied("1");
    days(5);
    said(job, Direction.IN, Said.Origin.MAIL);
    String key = "reply:%d:%d".formatted(job, home.now().toEpochMilli());
    reminders.add(
        new ReminderSource() {
          @Override
          public List<Reminder> due(ZonedDateTime now) {
            return List.of();
          }

          @Override
          public Set<String> owed(Instant now) {
            return Set.of(key);
          }
        });
    days(40);
    assertThat(due()).containsExactly("Answer Jana Berg");
    assertThat(home.with(() -> reminders.quiet(List.of(job))).get(job).suggestsGhosted()).isFalse();
  }

  @Test
  void whatNeedsNoAnswerIsDoneAndTheSilenceGoesOn() {
    long job = applied("1");
    days(1);
    said(job, Direction.IN);
    days(2);
    home.run(() -> reminders.done(key(), now()));
    assertThat(due()).isEmpty();
    days(28);
    assertThat(home.with(() -> reminders.quiet(List.of(job))).get(job).suggestsGhosted()).isTrue();
  }

  @Test
  void aSilenceAsLongAsThePersonSaysSuggestsToCloseIt() {
    long job = applied("1");
    cadence = new Cadence(0, 0, 0, 0, 0, 0, 10);
    days(9);
    Quiet quiet = home.with(() -> reminders.quiet(List.of(job))).get(job);
    assertThat(quiet.days()).isEqualTo(9);
    assertThat(quiet.suggestsGhosted()).isFalse();
    days(1);
    assertThat(home.with(() -> reminders.quiet(List.of(job))).get(job).suggestsGhosted()).isTrue();
    cadence = new Cadence(0, 0, 0, 0, 0, 0, 0);
    assertThat(due()).isEmpty();
  }

  @Test
  void whoWillMeetIsNotAskedButPreparesAndGivesThanksAfterwards() {
    long job = applied("1");
    days(8);
    home.run(() -> rounds.add(job, RoundPlan.of(RoundKind.TECHNICAL).at(now().plusDays(1))));
    assertThat(due()).containsExactly("Prepare for the interview at Kontor 1");
    days(1);
    home.pass(Duration.ofHours(2));
    assertThat(due()).containsExactly("Thank Kontor 1 for the interview");
    days(6);
    assertThat(due()).containsExactly("Thank Kontor 1 for the interview");
    days(1);
    assertThat(due())
        .as("the interview was their last sign")
        .containsExactly("Thank Kontor 1 for the interview", "Ask Kontor 1 how it stands");
    home.run(() -> jobs.move(List.of(job), Stage.REJECTED, Optional.empty()));
    assertThat(due()).isEmpty();
  }

  @Test
  void whatTakesLeastTimeStandsFirst() {
    applied("1");
    days(8);
    LocalDate today = now().toLocalDate();
    home.run(
        () -> {
          reminders.own().add(OptionalLong.empty(), "Write to Ada", today, 15);
          reminders.own().add(OptionalLong.empty(), "Update the\n profile", today, 2);
          reminders.own().add(OptionalLong.empty(), "Tomorrow", today.plusDays(1), 1);
        });
    assertThat(due())
        .containsExactly("Update the profile", "Ask Kontor 1 how it stands", "Write to Ada");
    assertThat(home.with(() -> reminders.own().after(today))).hasSize(1);
  }

  @Test
  void whatIsDoneStaysDoneUntilItIsTakenBackOrANewSilenceBegins() {
    long job = applied("1");
    days(8);
    String key = key();
    assertThat(home.with(() -> reminders.done(key, now()))).isPresent();
    assertThat(due()).isEmpty();
    assertThat(home.with(() -> reminders.doneSince(home.now())))
        .extracting(Settled::title)
        .containsExactly("Ask Kontor 1 how it stands");
    assertThat(home.with(() -> reminders.undo(key))).isTrue();
    assertThat(due()).hasSize(1);
    home.run(() -> reminders.done(key, now()));
    said(job, Direction.IN);
    said(job, Direction.OUT);
    days(8);
    assertThat(due()).hasSize(1);
  }

  @Test
  void whatIsPutOffComesBackAndWhatIsNotDueCannotBePutOff() {
    applied("1");
    days(8);
    String key = key();
    home.run(() -> reminders.snooze(key, now(), home.now().plus(Duration.ofDays(2))));
    assertThat(due()).isEmpty();
    assertThat(home.with(() -> reminders.asleep())).hasSize(1);
    assertThat(home.with(() -> reminders.done(key, now()))).isEmpty();
    days(2);
    assertThat(due()).hasSize(1);
    assertThat(home.with(() -> reminders.asleep())).isEmpty();
  }

  @Test
  void ownOnesAreChangedByOneWindowAtATimeAndCanBeBroughtBack() {
    LocalDate today = now().toLocalDate();
    OwnReminder own =
        home.with(() -> reminders.own().add(OptionalLong.of(applied("1")), "Call", today, 5));
    home.run(
        () -> {
          assertThat(reminders.own().save(own.id(), 1, "Call Ada", today, 5)).isTrue();
          assertThat(reminders.own().save(own.id(), 1, "Call Tom", today, 5)).isFalse();
          reminders.own().remove(own.id());
        });
    assertThat(due()).isEmpty();
    assertThat(home.with(() -> reminders.own().bringBack(own.id()))).isTrue();
    assertThat(due()).containsExactly("Call Ada");
    home.run(() -> reminders.done(own.key(), now()));
    assertThat(due()).isEmpty();
  }
}
