package dev.peregrine.host.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TasksTest {

  @TempDir Path folder;
  private TestHome home;
  private Live live;
  private Tasks tasks;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    live = new Live();
    tasks = new Tasks(home.databases(), live, home.clock(), Map.of("one-at-a-time", 1));
  }

  @AfterEach
  void close() {
    tasks.close();
    home.close();
  }

  @Test
  void aTaskRunsWithItsParamsAndItsTenantAndKeepsItsResult() {
    tasks.register("greet", run -> "Hello " + run.params() + " of " + Tenant.current().id());
    long id = submit("greet", "", "Ann").id();
    assertThat(over(id).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(find(id).result()).isEqualTo("Hello Ann of test");
    assertThat(find(id).error()).isEmpty();
    assertThat(find(id).started()).contains(home.now());
    assertThat(find(id).finished()).contains(home.now());
  }

  @Test
  void theSameWorkIsNotBegunTwiceWhileItWaitsOrRuns() {
    var goOn = new CountDownLatch(1);
    tasks.register("slow", waiting(goOn));
    Submitted first = submit("slow", "key", "");
    assertThat(submit("slow", "key", "other params")).isEqualTo(new Submitted(first.id(), false));
    assertThat(submit("slow", "another key", "").isNew()).isTrue();
    goOn.countDown();
    over(first.id());
    assertThat(submit("slow", "key", "").isNew()).isTrue();
  }

  @Test
  void manyWhoSubmitTheSameAtOnceGetOneTask() throws Exception {
    var goOn = new CountDownLatch(1);
    var runs = new AtomicInteger();
    tasks.register(
        "slow",
        run -> {
          runs.incrementAndGet();
          goOn.await();
          return "";
        });
    List<Submitted> all = new CopyOnWriteArrayList<>();
    try (var people = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (int at = 0; at < 30; at++) {
        people.submit(() -> all.add(submit("slow", "key", "")));
      }
    }
    assertThat(all).hasSize(30).extracting(Submitted::id).containsOnly(all.getFirst().id());
    assertThat(all).filteredOn(Submitted::isNew).hasSize(1);
    goOn.countDown();
    over(all.getFirst().id());
    assertThat(runs).hasValue(1);
  }

  @Test
  void aCancelledTaskIsInterruptedAndStaysCancelled() {
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    tasks.register(
        "endless",
        run -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stop) {
            interrupted.countDown();
          }
          return "late result";
        });
    long id = submit("endless", "", "").id();
    await(begun);
    assertThat(home.<Boolean>with(() -> tasks.cancel(id))).isTrue();
    await(interrupted);
    Deadline.until(() -> home.with(() -> tasks.active()).isEmpty());
    tasks.close();
    assertThat(find(id).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(find(id).result()).isEmpty();
    assertThat(home.<Boolean>with(() -> tasks.cancel(id))).isFalse();
  }

  @Test
  void aCancelledTaskEndsAtItsNextStepEvenIfItSwallowedTheInterrupt() {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    tasks.register(
        "stubborn",
        run -> {
          begun.countDown();
          try {
            for (int at = 0; ; at++) {
              Thread.interrupted();
              run.of(at, 0);
            }
          } finally {
            ended.countDown();
          }
        });
    long id = submit("stubborn", "", "").id();
    await(begun);
    home.run(() -> tasks.cancel(id));
    await(ended);
    assertThat(find(id).state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void aTaskThatWaitsForItsTurnCanBeCancelledAndNeverRuns() {
    var goOn = new CountDownLatch(1);
    var ran = new CopyOnWriteArrayList<String>();
    tasks.register(
        "one-at-a-time",
        run -> {
          ran.add(run.params());
          goOn.await();
          return "";
        });
    long first = submit("one-at-a-time", "1", "first").id();
    Deadline.until(() -> ran.size() == 1);
    long second = submit("one-at-a-time", "2", "second").id();
    long third = submit("one-at-a-time", "3", "third").id();
    assertThat(find(second).state()).isEqualTo(TaskState.QUEUED);
    home.run(() -> tasks.cancel(second));
    goOn.countDown();
    over(first);
    over(third);
    assertThat(ran).containsExactly("first", "third");
    assertThat(find(second).state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void aFailureThatWasWrittenForPeopleIsShownAsItIs() {
    tasks.register(
        "refused",
        run -> {
          throw new TaskFailedException("No résumé is there yet. Add one under Profile.");
        });
    long id = submit("refused", "", "").id();
    assertThat(over(id).state()).isEqualTo(TaskState.FAILED);
    assertThat(find(id).error()).isEqualTo("No résumé is there yet. Add one under Profile.");
  }

  @Test
  void aPluginsRefusalIsShownAsItIs() {
    tasks.register(
        "plugin",
        run -> {
          throw new ExtensionException(ExtensionException.Kind.REFUSED, "The board wants a key.");
        });
    long id = submit("plugin", "", "").id();
    over(id);
    assertThat(find(id).error()).isEqualTo("The board wants a key.");
  }

  @Test
  void anUnexpectedFailureIsASentenceWithoutAStackTrace() {
    tasks.register(
        "buggy",
        run -> {
          throw new IllegalStateException("index 7 of 3");
        });
    tasks.register(
        "worse",
        run -> {
          throw new StackOverflowError();
        });
    long id = submit("buggy", "", "").id();
    over(id);
    assertThat(find(id).error())
        .isEqualTo(
            "Something went wrong inside Peregrine: IllegalStateException, index 7 of 3. The log has the details.");
    long worse = submit("worse", "", "").id();
    assertThat(over(worse).error()).contains("StackOverflowError").doesNotContain("at dev.");
  }

  @Test
  void progressIsSeenAtOnceAndKeptAtTheEnd() {
    var told = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    tasks.register(
        "steps",
        run -> {
          for (int at = 1; at <= 500; at++) {
            run.step("Reading page " + at);
            run.of(at, 500);
          }
          told.countDown();
          goOn.await();
          return "500 pages";
        });
    long id = submit("steps", "", "").id();
    await(told);
    assertThat(find(id).step()).isEqualTo("Reading page 500");
    assertThat(home.with(() -> tasks.active())).singleElement().returns(500L, Task::done);
    goOn.countDown();
    assertThat(over(id).step()).isEqualTo("Reading page 500");
    assertThat(find(id).total()).isEqualTo(500);
  }

  @Test
  void everyChangeIsToldToThePageOfItsTenantOnly() {
    var mine = new AtomicInteger();
    var others = new AtomicInteger();
    live.listen("test", topic -> mine.addAndGet(topic.equals("tasks") ? 1 : 0));
    live.listen("somebody", topic -> others.incrementAndGet());
    tasks.register("quick", run -> "");
    over(submit("quick", "", "").id());
    Deadline.until(() -> mine.get() >= 3);
    assertThat(others).hasValue(0);
  }

  @Test
  void aKilledProgramsTasksAreInOrderAfterTheNextStart() {
    var goOn = new CountDownLatch(1);
    tasks.register("one-at-a-time", waiting(goOn));
    long running = submit("one-at-a-time", "1", "").id();
    Deadline.until(() -> find(running).state() == TaskState.RUNNING);
    long queued = submit("one-at-a-time", "2", "").id();

    // Another program on the same file stands for the one that is started after a kill.
    try (var after = new Tasks(home.databases(), live, home.clock(), Map.of())) {
      after.register("one-at-a-time", run -> "done after the restart");
      home.run(after::interruptedAtStart);
      assertThat(find(running).state()).isEqualTo(TaskState.FAILED);
      assertThat(find(running).error()).isEqualTo("Interrupted by restart. Retry to run it again.");
      assertThat(over(queued).result()).isEqualTo("done after the restart");

      Submitted retried = home.with(() -> after.retry(running));
      assertThat(retried.isNew()).isTrue();
      assertThat(over(retried.id()).state()).isEqualTo(TaskState.COMPLETED);
    }
    goOn.countDown();
    Deadline.until(() -> home.with(() -> tasks.active()).isEmpty());
    assertThat(find(running).state()).isEqualTo(TaskState.FAILED);
  }

  @Test
  void stoppingInterruptsWhatRunsAndKeepsWhatWaits() {
    var begun = new CountDownLatch(1);
    tasks.register(
        "one-at-a-time",
        run -> {
          begun.countDown();
          new CountDownLatch(1).await();
          return "";
        });
    long running = submit("one-at-a-time", "1", "").id();
    await(begun);
    long waiting = submit("one-at-a-time", "2", "").id();
    tasks.close();
    assertThat(find(running).state()).isEqualTo(TaskState.FAILED);
    assertThat(find(running).error()).contains("Peregrine was stopped");
    assertThat(find(waiting).state()).isEqualTo(TaskState.QUEUED);
    assertThatThrownBy(() -> submit("one-at-a-time", "3", ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("stopping");
  }

  @Test
  void aRetryOfATypeThatNobodyRunsAnyMoreSaysSo() {
    tasks.register("gone-plugin", run -> "");
    long id = submit("gone-plugin", "", "").id();
    over(id);
    try (var after = new Tasks(home.databases(), live, home.clock(), Map.of())) {
      long retried = home.with(() -> after.retry(id)).id();
      assertThat(find(retried).state()).isEqualTo(TaskState.FAILED);
      assertThat(find(retried).error())
          .contains("Nothing in this Peregrine runs tasks of the type \"gone-plugin\"");
    }
  }

  @Test
  void aTypeThatWasNeverRegisteredIsRefused() {
    assertThatThrownBy(() -> submit("nonsense", "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Task type \"nonsense\"");
    assertThatThrownBy(() -> home.with(() -> tasks.retry(99)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Task \"99\"");
  }

  @Test
  void tenantsSeeNothingOfEachOthersTasks() {
    var goOn = new CountDownLatch(1);
    tasks.register("slow", waiting(goOn));
    var other = new Tenant("other", folder.resolve("other"));
    long mine = submit("slow", "key", "").id();
    long theirs = other.calling(() -> tasks.submit("slow", "key", "theirs", "")).id();
    // Both files count from 1: the numbers are the same, the tasks are not.
    assertThat(theirs).isEqualTo(mine);
    assertThat(other.<Boolean>calling(() -> tasks.cancel(theirs))).isTrue();
    assertThat(find(mine).state()).isIn(TaskState.QUEUED, TaskState.RUNNING);
    goOn.countDown();
    assertThat(over(mine).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(other.calling(() -> tasks.recent(10)))
        .extracting(Task::title)
        .containsExactly("theirs");
  }

  @Test
  void theNewestTasksComeFirst() {
    tasks.register("quick", run -> "");
    for (int at = 0; at < 3; at++) {
      over(submit("quick", "", "").id());
      home.pass(Duration.ofMinutes(1));
    }
    assertThat(home.with(() -> tasks.recent(2))).extracting(Task::id).containsExactly(3L, 2L);
  }

  private static TaskHandler waiting(CountDownLatch goOn) {
    return run -> {
      goOn.await();
      return "";
    };
  }

  private Submitted submit(String type, String key, String params) {
    return home.with(() -> tasks.submit(type, key, "Title", params));
  }

  private Task find(long id) {
    return home.with(() -> tasks.find(id)).orElseThrow();
  }

  private Task over(long id) {
    Deadline.until(() -> !find(id).state().isLive());
    return find(id);
  }

  private static void await(CountDownLatch latch) {
    Deadline.until(() -> latch.getCount() == 0);
  }
}
