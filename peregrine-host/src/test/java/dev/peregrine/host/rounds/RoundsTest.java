package dev.peregrine.host.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.Posting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZonedDateTime TUESDAY =
      ZonedDateTime.of(LocalDateTime.parse("2026-11-24T10:00"), BERLIN);

  private TestHome home;
  private Rounds rounds;
  private long job;

  @BeforeEach
  void start(@TempDir Path folder) {
    home = new TestHome(folder);
    rounds = new Rounds(home.databases(), new Live(), home.clock());
    job = job("1");
  }

  @AfterEach
  void end() {
    home.close();
  }

  private long job(String id) {
    Posting posting = Posting.of(id, "Data engineer " + id, URI.create("https://x.example/" + id));
    var jobs = new Jobs(home.databases(), new Live(), home.clock());
    return home.with(
            () ->
                jobs.store(
                    List.of(new Found(posting, "b", OptionalLong.empty(), Optional.empty()))))
        .getFirst()
        .job();
  }

  private static RoundPlan full() {
    return new RoundPlan(
        RoundKind.PANEL,
        Optional.of("Meet\r\n the team"),
        Optional.of(TUESDAY),
        Duration.ofMinutes(75),
        Optional.of("Torstraße 1"),
        Optional.of(URI.create("https://meet.example/abc?pwd=1")),
        List.of("Ada Quint", " ", "Ole Ravn", "Ada Quint"),
        RoundState.AGREED,
        RoundOutcome.OPEN,
        Thanks.TO_COME);
  }

  @Test
  void aRoundIsReadAsItWasNoted() {
    Round made = home.with(() -> rounds.add(job, full()));
    assertThat(home.with(() -> rounds.findById(made.id()))).contains(made);
    assertThat(made.plan()).isEqualTo(full());
    assertThat(made.title()).contains("Meet the team");
    assertThat(made.people()).containsExactly("Ada Quint", "Ole Ravn");
    assertThat(made.end()).contains(TUESDAY.plusMinutes(75));
    assertThat(made.uid()).matches("[0-9a-f]{32}@peregrine");
    assertThat(made.sequence()).isZero();
  }

  @Test
  void theSecondOfTwoEqualHoursStaysTheSecond() {
    ZonedDateTime second =
        ZonedDateTime.of(LocalDateTime.parse("2026-10-25T02:30"), BERLIN)
            .withLaterOffsetAtOverlap();
    Round made = home.with(() -> rounds.add(job, full().at(second)));
    assertThat(made.start()).contains(second);
    assertThat(made.start().orElseThrow().getOffset()).isEqualTo(ZoneOffset.ofHours(1));
  }

  @Test
  void roundsStandInTheirOrderAndThoseWithoutADateLast() {
    Round later = home.with(() -> rounds.add(job, full().at(TUESDAY.plusDays(3))));
    Round undated = home.with(() -> rounds.add(job, RoundPlan.of(RoundKind.ONSITE)));
    Round first = home.with(() -> rounds.add(job, full()));
    assertThat(home.with(() -> rounds.of(job))).containsExactly(first, later, undated);
  }

  @Test
  void nextIsTheFirstThatIsNeitherCancelledNorOver() {
    long other = job("2");
    long none = job("3");
    home.with(() -> rounds.add(job, full().at(at(home.now().minusSeconds(7200)))));
    Round cancelled = home.with(() -> rounds.add(job, full()));
    home.with(
        () -> rounds.save(cancelled.id(), 1, cancelled.plan().withState(RoundState.CANCELLED)));
    Round running = home.with(() -> rounds.add(job, full().at(at(home.now().minusSeconds(600)))));
    Round undated = home.with(() -> rounds.add(other, RoundPlan.of(RoundKind.RECRUITER)));
    assertThat(home.with(() -> rounds.next(List.of(job, other, none))))
        .containsOnlyKeys(job, other)
        .containsEntry(job, running)
        .containsEntry(other, undated);
  }

  private static ZonedDateTime at(Instant instant) {
    return instant.atZone(BERLIN);
  }

  @Test
  void betweenHasWhatBeginsWithin() {
    Round tuesday = home.with(() -> rounds.add(job, full()));
    home.with(() -> rounds.add(job, full().at(TUESDAY.plusDays(1))));
    assertThat(
            home.with(() -> rounds.between(TUESDAY.toInstant(), TUESDAY.plusDays(1).toInstant())))
        .containsExactly(tuesday);
  }

  @Test
  void whatCalendarsShowCountsUpAndTheRestDoesNot() {
    Round made = home.with(() -> rounds.add(job, full()));
    Round moved = done(made, made.plan().at(TUESDAY.plusHours(1)));
    assertThat(moved.sequence()).isEqualTo(1);
    Round thanked = done(moved, moved.plan().withThanks(new Thanks(true, Optional.of(home.now()))));
    Round forward = done(thanked, thanked.plan().withOutcome(RoundOutcome.FORWARD));
    assertThat(forward.sequence()).isEqualTo(1);
    assertThat(forward.version()).isEqualTo(4);
    assertThat(forward.uid()).isEqualTo(made.uid());
    assertThat(forward.thanks().sent()).contains(home.now());
  }

  private Round done(Round from, RoundPlan plan) {
    Rounds.Saving end = home.with(() -> rounds.save(from.id(), from.version(), plan));
    assertThat(end).isInstanceOf(Rounds.Saving.Done.class);
    return ((Rounds.Saving.Done) end).round();
  }

  @Test
  void aSecondWindowOverwritesNothing() {
    Round made = home.with(() -> rounds.add(job, full()));
    Round first = done(made, made.plan().at(TUESDAY.plusHours(1)));
    assertThat(home.with(() -> rounds.save(made.id(), 1, made.plan().at(TUESDAY.plusHours(2)))))
        .isEqualTo(new Rounds.Saving.Overtaken(first));
    assertThat(home.with(() -> rounds.save(made.id(), 1, first.plan())))
        .as("the same is no conflict")
        .isEqualTo(new Rounds.Saving.Done(first));
    home.with(() -> rounds.remove(made.id()));
    assertThat(home.with(() -> rounds.save(made.id(), 2, made.plan())))
        .isEqualTo(new Rounds.Saving.Gone());
  }

  @Test
  void ofTwentyAtOnceOneIsSaved() throws Exception {
    Round made = home.with(() -> rounds.add(job, full()));
    var tries = new ArrayList<Callable<Rounds.Saving>>();
    for (int i = 1; i <= 20; i++) {
      RoundPlan plan = made.plan().at(TUESDAY.plusHours(i));
      tries.add(() -> home.with(() -> rounds.save(made.id(), 1, plan)));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ends = threads.invokeAll(tries);
      int saved = 0;
      for (var end : ends) {
        saved += end.get() instanceof Rounds.Saving.Done ? 1 : 0;
      }
      assertThat(saved).isEqualTo(1);
    }
  }

  @Test
  void aChangeIsTakenBackAndTheTakingBackToo() {
    Round made = home.with(() -> rounds.add(job, full()));
    Round moved = done(made, made.plan().withState(RoundState.CANCELLED));
    assertThat(home.with(() -> rounds.undo(made.id(), moved.version()))).isTrue();
    Round back = home.with(() -> rounds.findById(made.id())).orElseThrow();
    assertThat(back.plan()).isEqualTo(made.plan());
    assertThat(back.sequence()).as("calendars must see it").isEqualTo(2);
    assertThat(home.with(() -> rounds.undo(made.id(), moved.version())))
        .as("that version is not the last any more")
        .isFalse();
    assertThat(home.with(() -> rounds.undo(made.id(), back.version()))).isTrue();
    assertThat(home.with(() -> rounds.findById(made.id())).orElseThrow().state())
        .isEqualTo(RoundState.CANCELLED);
  }

  @Test
  void whatIsTakenAwayComesBackWithin30Days() {
    Round made = home.with(() -> rounds.add(job, full()));
    assertThat(home.with(() -> rounds.remove(made.id()))).isTrue();
    assertThat(home.with(() -> rounds.of(job))).isEmpty();
    assertThat(home.with(() -> rounds.bringBack(made.id()))).isTrue();
    assertThat(home.with(() -> rounds.of(job))).hasSize(1);
    home.with(() -> rounds.remove(made.id()));
    home.pass(Duration.ofDays(31));
    home.with(() -> rounds.add(job, full()));
    assertThat(home.with(() -> rounds.bringBack(made.id()))).isFalse();
  }

  @Test
  void notesOfASecondWindowAreToldAndKept() {
    long id = home.with(() -> rounds.add(job, full())).id();
    RoundNotes empty = home.with(() -> rounds.notes(id));
    assertThat(empty.version()).isZero();
    var first = home.with(() -> rounds.saveNotes(id, "They use\r\nAirflow", 0));
    assertThat(first)
        .isEqualTo(
            new RoundNotes.Saving.Done(
                new RoundNotes(id, "They use\nAirflow", 1, Optional.of(home.now()))));
    var second = home.with(() -> rounds.saveNotes(id, "Something else", 0));
    assertThat(second).isInstanceOf(RoundNotes.Saving.Overtaken.class);
    assertThat(home.with(() -> rounds.findById(id)).orElseThrow().notes())
        .isEqualTo("They use\nAirflow");
    assertThat(home.with(() -> rounds.saveNotes(id, "They use\nAirflow", 0)))
        .isInstanceOf(RoundNotes.Saving.Done.class);
  }

  @Test
  void anInvitationMovesItsRoundAndCalendarsGetANewSequence() {
    var sent = new Received("abc@corp.example", 3, Optional.of(home.now()), "Ada Quint");
    Round made = home.with(() -> rounds.add(job, full(), sent));
    assertThat(made.uid()).isEqualTo("abc@corp.example");
    assertThat(made.received()).contains(sent);
    Round edited = done(made, made.plan().at(TUESDAY.plusHours(1)));
    assertThat(edited.sequence()).isEqualTo(4);
    var newer = new Received("abc@corp.example", 4, Optional.of(home.now()), "Ada Quint");
    assertThat(newer.isAfter(sent)).isTrue();
    assertThat(sent.isAfter(newer)).isFalse();
    var end =
        home.with(
            () ->
                rounds.receive(
                    made.id(), edited.version(), made.plan().at(TUESDAY.plusDays(1)), newer));
    Round round = ((Rounds.Saving.Done) end).round();
    assertThat(round.sequence()).isEqualTo(5);
    assertThat(round.received()).contains(newer);
    assertThatThrownBy(() -> home.with(() -> rounds.add(job, full(), newer)))
        .hasMessage(
            "Invitation \"abc@corp.example\": there is a round of it already. Change that one instead.");
  }

  @Test
  void aPlanSaysWhatItCannotBe() {
    RoundPlan plan = RoundPlan.of(RoundKind.TECHNICAL);
    assertThatThrownBy(() -> with(plan, Duration.ZERO, Optional.empty()))
        .hasMessage("Length of a round \"PT0S\": expected 1 minute to 14 days.");
    assertThatThrownBy(
            () -> with(plan, Duration.ofHours(1), Optional.of(URI.create("javascript:alert(1)"))))
        .hasMessage(
            "Link of a round \"javascript:alert(1)\": expected one that begins with https:// or http://.");
  }

  private static RoundPlan with(RoundPlan plan, Duration length, Optional<URI> link) {
    return new RoundPlan(
        plan.kind(),
        plan.title(),
        plan.start(),
        length,
        plan.place(),
        link,
        plan.people(),
        plan.state(),
        plan.outcome(),
        plan.thanks());
  }
}
