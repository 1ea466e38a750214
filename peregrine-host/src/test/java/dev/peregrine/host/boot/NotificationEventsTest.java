package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Item;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.notices.Targets;
import dev.peregrine.host.notices.Waiting;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the whole program, as the person is told of it. */
class NotificationEventsTest {

  @TempDir Path home;
  private volatile Instant now = World.NOW;
  private World world;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/notifications.yaml"),
        """
        browser: true
        quiet_hours: off
        board_changed: {when: at once}
        """);
    world = new World(home, 0, () -> now);
    world.tenant.run(
        () ->
            world.profiles.save(
                SearchProfile.of("Berlin", List.of("Product designer"), List.of("Berlin"))));
    tick();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void tick() {
    world.tenant.run(world.connecting.noticing()::tick);
  }

  /** What is told now; an open page is who is told. */
  private List<Notice> told() {
    tick();
    Outbox outbox = world.connecting.noticing().outbox();
    List<Waiting> waiting = world.tenant.calling(() -> outbox.forPages(50));
    waiting.forEach(each -> world.tenant.run(() -> outbox.shown(each.id())));
    assertThat(waiting).allMatch(each -> each.target().equals(Targets.BROWSER));
    return waiting.stream().map(Waiting::notice).toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it came in time").isLessThan(end);
      Thread.sleep(10);
    }
  }

  @Test
  void newPostingsAboveTheScoreAreOneNoticeOnce() throws Exception {
    world.seed();

    Notice notice = told().getFirst();
    assertThat(notice.event()).isEqualTo(Event.POSTINGS_FOUND);
    assertThat(notice.title()).isEqualTo("5 new jobs to review");
    assertThat(notice.items()).extracting(Item::title).allMatch(title -> title.contains("% match"));
    now = now.plus(Duration.ofHours(1));
    assertThat(told()).isEmpty();
  }

  @Test
  void whileBoardsAreReadPostingsAreNotToldYet() throws Exception {
    long task = world.as(() -> world.discovery.start(List.of(), List.of("brook"))).id();
    await(
        () ->
            world.tenant.calling(() -> world.tasks.find(task)).orElseThrow().state()
                == TaskState.RUNNING);
    world.seed();
    assertThat(told()).isEmpty();

    world.tenant.run(() -> world.tasks.cancel(task));
    await(() -> world.tenant.calling(world.tasks::active).isEmpty());
    assertThat(told()).extracting(Notice::event).containsExactly(Event.POSTINGS_FOUND);
  }

  @Test
  void whatThePersonBroughtThemselvesIsNoNews() throws Exception {
    Posting posting =
        Posting.of("own", "Designer, seen at a fair", URI.create("https://fair.example/1"));
    world.as(
        () -> {
          long job =
              world
                  .jobs
                  .store(
                      List.of(new Found(posting, "manual", OptionalLong.empty(), Optional.empty())))
                  .getFirst()
                  .job();
          world.jobs.saveScores("keywords", "own", Map.of(job, Postings.score(95)));
          return job;
        });

    assertThat(told()).isEmpty();
  }

  @Test
  void aMailThatProposesAnInterviewOrMakesAnOfferIsToldUntilItIsSettled() throws Exception {
    long job = world.seed().getFirst();
    world.as(() -> world.jobs.move(List.of(job), Stage.APPLIED, Optional.empty()));
    told();
    IncomingMail.of(MailLabel.INTERVIEW_SCHEDULED, "A first talk", "We would like to talk.")
        .come(world, job);
    IncomingMail.of(MailLabel.OFFER_RECEIVED, "Our offer", "Here it is.").come(world, job);
    IncomingMail.of(MailLabel.NEUTRAL, "Thank you", "We have it.").come(world, job);
    IncomingMail.of(MailLabel.OFFER_RECEIVED, "Perhaps an offer", "Hm.").sure(0.2).come(world, job);

    List<Notice> told = told().stream().filter(each -> each.event() != Event.REMINDER_DUE).toList();
    assertThat(told)
        .extracting(Notice::event)
        .containsExactly(Event.INTERVIEW_PROPOSED, Event.OFFER_RECEIVED);
    assertThat(told.getFirst().title()).endsWith(" proposes an interview");
    assertThat(told.getFirst().text()).isEqualTo("A first talk");
    assertThat(told.getFirst().facts())
        .containsEntry("job_id", Long.toString(job))
        .containsEntry("path", "/interviews/" + job);
    assertThat(told()).isEmpty();
  }

  @Test
  void mailsOfLongAgoAreNoNews() throws Exception {
    long job = world.seed().getFirst();
    world.as(() -> world.jobs.move(List.of(job), Stage.APPLIED, Optional.empty()));
    told();
    IncomingMail.of(MailLabel.OFFER_RECEIVED, "Our offer", "Here it is.")
        .at(now.minus(Duration.ofDays(20)))
        .come(world, job);

    assertThat(told()).extracting(Notice::event).doesNotContain(Event.OFFER_RECEIVED);
  }

  @Test
  void aTaskThatFailedIsToldAndOneThatTheEndOfTheProgramBrokeOffIsNot() throws Exception {
    var begun = new CountDownLatch(1);
    world.tasks.register(
        "fails",
        run -> {
          throw new TaskFailedException("The disk is full.");
        });
    world.tasks.register(
        "hangs",
        run -> {
          begun.countDown();
          Thread.sleep(Duration.ofMinutes(10));
          return "";
        });
    world.as(() -> world.tasks.submit("fails", "", "Make a backup", ""));
    long cancelled = world.as(() -> world.tasks.submit("hangs", "", "Hang", "")).id();
    assertThat(begun.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    world.tenant.run(() -> world.tasks.cancel(cancelled));
    await(() -> world.tenant.calling(world.tasks::active).isEmpty());

    List<Notice> told = told();
    assertThat(told).extracting(Notice::title).containsExactly("It failed: Make a backup");
    assertThat(told.getFirst().text()).isEqualTo("The disk is full.");
  }

  @Test
  void aBoardThatRefusesIsToldOnceHoweverOftenItDoes() throws Exception {
    for (int i = 0; i < 2; i++) {
      world.as(() -> world.discovery.start(List.of(), List.of("wall")));
      await(() -> world.tenant.calling(world.tasks::active).isEmpty());
      List<Notice> told =
          told().stream().filter(each -> each.event() == Event.BOARD_CHANGED).toList();
      if (i == 0) {
        assertThat(told)
            .singleElement()
            .satisfies(
                each -> {
                  assertThat(each.title()).isEqualTo("Wall does not work any more");
                  assertThat(each.text()).contains("It asked for a sign-in (403).");
                  assertThat(each.facts()).containsEntry("state", "broken");
                });
      } else {
        assertThat(told).isEmpty();
      }
      now = now.plus(Duration.ofDays(2));
    }
  }
}
