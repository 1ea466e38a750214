package dev.peregrine.host.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.shares.OverShareException;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose task is next, where many wait. */
class TaskTurnsTest {

  @TempDir private Path folder;
  private TestHome home;
  private Tasks tasks;
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private final Map<String, CountDownLatch> ends = new ConcurrentHashMap<>();

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    tasks =
        new Tasks(
            home.databases(),
            new Live(),
            home.clock(),
            new TaskLimits(
                Map.of("score", 1),
                3,
                6,
                type -> {
                  if (type.equals("full")) {
                    throw OverShareException.tasks(0);
                  }
                }));
    tasks.register("score", this::untilToldTo);
    tasks.register("mail", this::untilToldTo);
    tasks.register("full", run -> "");
  }

  @AfterEach
  void close() {
    tasks.close();
    home.close();
  }

  private String untilToldTo(TaskRun run) throws InterruptedException {
    ran.add(run.params());
    end(run.params()).await();
    return "";
  }

  private CountDownLatch end(String params) {
    return ends.computeIfAbsent(params, first -> new CountDownLatch(1));
  }

  private Tenant tenant(String name) {
    return new Tenant(name, folder.resolve(name));
  }

  private long submit(String who, String type, String params) {
    return tenant(who).calling(() -> tasks.submit(type, params, "Title", params)).id();
  }

  private void ran(String... all) {
    Deadline.until(() -> ran.size() >= all.length);
    assertThat(ran).containsExactly(all);
  }

  @Test
  void whoHasOneTaskWaitsForOneOfHimWhoHasManyAndNotForAll() {
    submit("noisy", "score", "n1");
    ran("n1");
    submit("noisy", "score", "n2");
    submit("noisy", "score", "n3");
    submit("noisy", "score", "n4");
    submit("quiet", "score", "q1");
    end("n1").countDown();
    Deadline.until(() -> ran.size() == 2);
    end(ran.getLast()).countDown();
    Deadline.until(() -> ran.size() == 3);
    assertThat(ran.subList(1, 3)).containsExactlyInAnyOrder("n2", "q1");
    end(ran.getLast()).countDown();
    end("n3").countDown();
    end("n4").countDown();
    Deadline.until(() -> ran.size() == 5);
    assertThat(ran.subList(3, 5)).containsExactly("n3", "n4");
  }

  @Test
  void whatIsLongLetsOthersInBetween() {
    var part = new Semaphore(0);
    var parts = new CopyOnWriteArrayList<String>();
    var many =
        new Tasks(
            home.databases(),
            new Live(),
            home.clock(),
            new TaskLimits(Map.of("long", 1), 0, 0, type -> {}));
    try (many) {
      many.register(
          "long",
          run -> {
            for (int at = 0; at < Integer.parseInt(run.params()); at++) {
              parts.add(Tenant.current().id() + at);
              part.acquire();
              run.letOthers();
            }
            return "";
          });
      tenant("noisy").run(() -> many.submit("long", "", "", "5"));
      Deadline.until(() -> parts.size() == 1);
      tenant("quiet").run(() -> many.submit("long", "", "", "1"));
      tenant("other").run(() -> many.submit("long", "", "", "1"));
      Deadline.until(
          () ->
              tenant("quiet").calling(() -> many.active()).size() == 1 && part.hasQueuedThreads());
      Deadline.until(() -> waiting("quiet", many) && waiting("other", many));
      part.release(7);
      Deadline.until(() -> parts.size() == 7);
      assertThat(parts.subList(0, 4))
          .containsExactlyInAnyOrder("noisy0", "quiet0", "other0", "noisy1")
          .startsWith("noisy0")
          .endsWith("noisy1");
      assertThat(parts.subList(4, 7)).containsExactly("noisy2", "noisy3", "noisy4");
    }
  }

  private boolean waiting(String who, Tasks asked) {
    return tenant(who).calling(() -> asked.active()).stream()
        .allMatch(task -> task.state() == TaskState.QUEUED);
  }

  @Test
  void oneTenantRunsOnlySoManyAtOnceAndAnotherBeginsAllTheSame() {
    for (int at = 1; at <= 5; at++) {
      submit("noisy", "mail", "n" + at);
    }
    Deadline.until(() -> ran.size() == 3);
    submit("quiet", "mail", "q1");
    Deadline.until(() -> ran.contains("q1"));
    assertThat(ran).hasSize(4);
    end(ran.getFirst()).countDown();
    Deadline.until(() -> ran.size() == 5);
  }

  @Test
  void moreThanMayWaitAreRefusedWithWhatToDoAndNothingIsLeftOfThem() {
    for (int at = 1; at <= 6; at++) {
      submit("noisy", "mail", "n" + at);
    }
    assertThatThrownBy(() -> submit("noisy", "mail", "n7"))
        .isInstanceOf(OverShareException.class)
        .hasMessageContaining("6 tasks of yours are waiting or running")
        .hasMessageContaining("cancel some");
    assertThat(tenant("noisy").calling(() -> tasks.recent(20))).hasSize(6);
    assertThat(submit("noisy", "mail", "n6")).as("the same once more is no new one").isPositive();
    submit("quiet", "mail", "q1");
    tenant("noisy").run(() -> tasks.submit("score", "", "What the program itself wants", "own"));
    Deadline.until(() -> ran.contains("q1"));
  }

  @Test
  void whoIsCancelledWhileWaitingGivesTheTurnToTheNext() {
    submit("noisy", "score", "n1");
    ran("n1");
    long second = submit("noisy", "score", "n2");
    submit("noisy", "score", "n3");
    tenant("noisy").run(() -> tasks.cancel(second));
    end("n1").countDown();
    ran("n1", "n3");
  }

  @Test
  void aTaskForWhichThereIsNoRoomFailsWithTheSentence() {
    long id = submit("noisy", "full", "");
    Deadline.until(
        () ->
            tenant("noisy")
                .calling(() -> tasks.find(id))
                .filter(task -> task.state() == TaskState.FAILED)
                .isPresent());
    assertThat(tenant("noisy").calling(() -> tasks.find(id)).orElseThrow().error())
        .startsWith("0 tasks of yours");
  }

  @Test
  void aHundredTenantsWithManyEachAllComeToTheirEndInTurns() {
    var turns = new TaskTurns(Map.of("score", 2), 0);
    var order = new CopyOnWriteArrayList<String>();
    var begin = new CountDownLatch(1);
    List<Thread> threads =
        java.util.stream.IntStream.range(0, 1_000)
            .mapToObj(
                at ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              Tenant own = tenant("t" + at % 100);
                              try {
                                begin.await();
                                turns.take(own, "score");
                                order.add(own.id());
                                turns.giveBack(own, "score");
                              } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                              }
                            }))
            .toList();
    begin.countDown();
    for (Thread thread : threads) {
      try {
        assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(order).hasSize(1_000);
  }
}
