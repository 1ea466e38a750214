package dev.peregrine.host.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.Posting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsTest {

  @TempDir Path folder;
  private TestHome home;
  private Contacts contacts;
  private Jobs jobs;
  private Job first;
  private Job second;
  private Job nameless;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    var live = new Live();
    contacts = new Contacts(home.databases(), live, home.clock());
    jobs = new Jobs(home.databases(), live, home.clock());
    first = job("1", Optional.of("Kontor Eins GmbH"));
    second = job("2", Optional.of("KONTOR EINS"));
    nameless = job("3", Optional.empty());
  }

  private Job job(String id, Optional<String> company) {
    Posting posting =
        Posting.of(id, "Engineer " + id, URI.create("https://village.example/" + id))
            .withCompany(company);
    var found = new Found(posting, "village", OptionalLong.empty(), Optional.empty());
    return home.with(
        () -> jobs.findById(jobs.store(List.of(found)).getFirst().job()).orElseThrow());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Contact person(Job job, String name) {
    return home.with(() -> contacts.addPerson(Contacts.company(job), ContactDetails.named(name)));
  }

  private LogEntry said(Job job, Direction direction, String when, String text) {
    var said =
        new Said(
            OptionalLong.empty(),
            direction,
            Channel.MAIL,
            Instant.parse(when),
            "Jana",
            "Hello",
            text,
            Said.Origin.HAND);
    return home.with(() -> contacts.add(job.id(), said));
  }

  @Test
  void peopleAreSharedByTheJobsOfAnEmployerHoweverItIsWritten() {
    person(first, "Jana Berg");
    person(second, "jana berg");
    person(second, "Tom Lau");
    home.run(
        () -> {
          assertThat(contacts.people(Contacts.company(second)))
              .extracting(Contact::name)
              .containsExactly("Jana Berg", "Tom Lau");
          assertThat(contacts.people(Contacts.company(nameless))).isEmpty();
          assertThat(jobs.ofCompany(Contacts.company(first), 9))
              .extracting(NamedJob::title)
              .containsExactly("Engineer 2", "Engineer 1");
          assertThat(jobs.ofCompany("", 9)).isEmpty();
        });
  }

  @Test
  void employersWithoutANameShareNobody() {
    Job other = job("4", Optional.empty());
    person(nameless, "Jana Berg");
    home.run(() -> assertThat(contacts.people(Contacts.company(other))).isEmpty());
  }

  @Test
  void theSecondWindowIsToldAndNothingIsOverwritten() {
    Contact jana = person(first, "Jana Berg");
    var mine = new ContactDetails("Jana Berg", "Recruiter", "", "", "", "");
    var theirs = new ContactDetails("Jana Berg", "Head of people", "", "", "", "");
    home.run(
        () -> {
          assertThat(contacts.savePerson(jana.id(), 1, mine)).isInstanceOf(Saving.Done.class);
          assertThat(contacts.savePerson(jana.id(), 1, theirs))
              .isInstanceOf(Saving.Overtaken.class);
          assertThat(contacts.savePerson(jana.id(), 1, mine))
              .as("the same again is no save")
              .isInstanceOf(Saving.Done.class);
          assertThat(contacts.findPerson(jana.id()).orElseThrow().details()).isEqualTo(mine);
        });
  }

  @Test
  void whoIsTakenAwayCanBeBroughtBackAndTheLogKeepsTheName() {
    Contact jana = person(first, "Jana Berg");
    LogEntry entry = said(first, Direction.IN, "2026-11-19T08:00:00Z", "Could we talk?");
    home.run(
        () -> {
          contacts.save(entry.id(), 1, entry.said().with(jana.id()));
          contacts.removePerson(jana.id());
          assertThat(contacts.people(Contacts.company(first))).isEmpty();
          assertThat(contacts.log(first.id()).getFirst().said().who()).isEqualTo("Jana");
          assertThat(contacts.bringBackPerson(jana.id())).isTrue();
          assertThat(contacts.people(List.of(jana.id(), 999L))).hasSize(1);
        });
  }

  @Test
  void theLogIsInTheOrderInWhichItHappenedAndTheLatestIsTheLastContact() {
    said(first, Direction.OUT, "2026-11-18T08:00:00Z", "second");
    said(first, Direction.IN, "2026-11-10T08:00:00Z", "first, noted later");
    said(second, Direction.IN, "2026-11-12T08:00:00Z", "theirs");
    home.run(
        () -> {
          assertThat(contacts.log(first.id()))
              .extracting(each -> each.said().text())
              .containsExactly("second", "first, noted later");
          var last = contacts.last(List.of(first.id(), second.id(), nameless.id()));
          assertThat(last).containsOnlyKeys(first.id(), second.id());
          assertThat(last.get(first.id()).isTheirs()).isFalse();
          assertThat(last.get(second.id()).isTheirs()).isTrue();
          assertThat(contacts.log(List.of(first.id(), second.id()))).hasSize(3);
        });
  }

  @Test
  void whatWasTakenOutOfTheLogComesBackForAMonth() {
    LogEntry entry = said(first, Direction.IN, "2026-11-19T08:00:00Z", "Could we talk?");
    home.run(() -> contacts.remove(entry.id()));
    home.run(() -> assertThat(contacts.last(List.of(first.id()))).isEmpty());
    home.run(() -> assertThat(contacts.bringBack(entry.id())).isTrue());
    home.run(() -> contacts.remove(entry.id()));
    home.pass(Duration.ofDays(31));
    said(first, Direction.IN, "2026-11-19T08:00:00Z", "another");
    home.run(() -> assertThat(contacts.bringBack(entry.id())).isFalse());
  }

  @Test
  void detailsThatCannotBeAreRefusedAndLongOnesCut() {
    var script = new ContactDetails("Jana", "", "", "", "javascript:alert(1)", "");
    assertThat(script.problem()).contains(ContactDetails.Problem.LINK);
    assertThat(new ContactDetails("Jana", "", "a@b.example?bcc=x@y.z", "", "", "").problem())
        .contains(ContactDetails.Problem.MAIL);
    assertThat(new ContactDetails("\u0000 \n", "", "", "", "", "").problem())
        .contains(ContactDetails.Problem.NAME_MISSING);
    assertThat(
            new ContactDetails("J", "", "j.berg+jobs@kontor.example", "", "https://x.example/j", "")
                .problem())
        .isEmpty();
    assertThat(ContactDetails.named("x".repeat(5_000)).name()).hasSize(200);
    home.run(
        () ->
            assertThatThrownBy(() -> contacts.addPerson("kontor", script))
                .hasMessageContaining("Contact \"Jana\""));
  }
}
