package dev.peregrine.host.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.nodes.Summons;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due, in rows that several nodes share: a real Postgres, the real library. */
class DueRowsTest {

  private static final Duration AWHILE = Duration.ofSeconds(60);
  private static final DueRules QUICK =
      new DueRules(
          Duration.ofMillis(1),
          Duration.ofHours(2),
          1_000,
          Duration.ofMillis(100),
          Duration.ofMillis(500));
  private static final Tenant ANN = tenant("6c1f3a52-3c7e-4a2f-9d1b-0f2b8f6e7a11");
  private static final Tenant BOB = tenant("0b9e2f60-8f4b-4f38-9a5f-0a1f4a3c2d22");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-12T08:00:00Z"));
  private final Set<String> going = ConcurrentHashMap.newKeySet();
  private final List<Tenant> earlier = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @TempDir Path folder;
  private ServerAddress address;

  @BeforeEach
  void fresh() throws Exception {
    address = TestPostgres.fresh();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private static Tenant tenant(String user) {
    return new Tenant(user, Path.of("nowhere", user));
  }

  private ServerDatabase database() {
    ServerDatabase database = TestPostgres.database(address, now::get);
    open.add(database);
    database.start();
    return database;
  }

  private DueRows node(String name, Consumer<String> summon) {
    return node(name, QUICK, summon);
  }

  private DueRows node(String name, DueRules rules, Consumer<String> summon) {
    DueRows node = node(name, rules, summon, now::get);
    node.begin();
    return node;
  }

  private DueRows node(String name, DueRules rules, Consumer<String> summon, InstantSource clock) {
    var node =
        new DueRows(
            database(),
            name,
            rules,
            answering(summon),
            going::contains,
            all -> earlier.forEach(all),
            clock);
    open.add(node);
    return node;
  }

  private static Summons answering(Consumer<String> summon) {
    return user -> {
      summon.accept(user);
      return true;
    };
  }

  private void later(Duration time) {
    now.updateAndGet(then -> then.plus(time));
  }

  private long rows(String where) {
    try {
      return TestPostgres.number(address, "SELECT count(*) FROM due WHERE " + where);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private void awaitRows(String where, long count) throws Exception {
    Deadline.until(() -> rows(where) == count, AWHILE);
  }

  private static String at(Instant moment) {
    return "execution_time BETWEEN '%s' AND '%s'"
        .formatted(moment.minusSeconds(10), moment.plusSeconds(15));
  }

  /** Waits for the next one; meanwhile time goes on, or no node would look again. */
  private String summoned(BlockingQueue<String> summons) throws InterruptedException {
    long end = System.nanoTime() + AWHILE.toNanos();
    String summoned = null;
    while (summoned == null && System.nanoTime() < end) {
      later(Duration.ofMillis(110));
      summoned = summons.poll(100, TimeUnit.MILLISECONDS);
    }
    return String.valueOf(summoned);
  }

  @Test
  void eachIsFetchedByOneOfTheNodesAndOnce() throws Exception {
    now.set(Instant.now());
    var summons = new LinkedBlockingQueue<String>();
    var nodes = ConcurrentHashMap.<String>newKeySet();
    DueRows writer = node("writer", patient(), user -> {}, now::get);
    List<String> users =
        IntStream.range(0, 500).mapToObj(at -> new UUID(at, at * 31L).toString()).toList();
    users.forEach(user -> writer.left(tenant(user), Optional.of(now.get().minusSeconds(1))));
    awaitRows("NOT picked", users.size());
    for (String name : List.of("first", "second")) {
      node(name, patient(), user -> summons.add(name + " " + user), InstantSource.system()).begin();
    }
    var fetched = new ArrayList<String>();
    while (fetched.size() < users.size()) {
      String[] summon =
          String.valueOf(summons.poll(AWHILE.toSeconds(), TimeUnit.SECONDS)).split(" ");
      nodes.add(summon[0]);
      fetched.add(summon[1]);
    }
    awaitRows("NOT picked AND last_success IS NOT NULL", users.size());
    assertThat(summons).isEmpty();
    assertThat(new HashSet<>(fetched)).hasSize(users.size());
    assertThat(nodes).containsExactlyInAnyOrder("first", "second");
  }

  /** Nobody counts as dead, however busy the machine is. */
  private static DueRules patient() {
    return new DueRules(
        QUICK.window(), QUICK.guard(), QUICK.aSecond(), QUICK.poll(), Duration.ofSeconds(30));
  }

  @Test
  void whoIsHereIsLookedForWhereTheirNodeDiesAndWhoLeavesSaysWhen() throws Exception {
    var summons = new LinkedBlockingQueue<String>();
    DueRows node = node("first", summons::add);
    node.arrived(ANN);
    awaitRows(at(now.get().plus(QUICK.guard())), 1);
    Instant moment = now.get().plus(Duration.ofHours(1));
    node.left(ANN, Optional.of(moment));
    awaitRows(at(moment), 1);
    node.arrived(ANN);
    node.arrived(BOB);
    awaitRows("true", 2);
    assertThat(rows(at(moment))).as("whoever comes is not fetched later for it").isEqualTo(1);
    node.left(BOB, Optional.empty());
    awaitRows("task_instance = '%s'".formatted(BOB.id()), 0);

    later(Duration.ofHours(3));
    assertThat(summoned(summons)).isEqualTo(ANN.id());
  }

  @Test
  void thoseWhoChoseTheSameMomentAreSpreadAndEachHasTheirOwn() throws Exception {
    var rules =
        new DueRules(
            Duration.ofMinutes(10), Duration.ofHours(2), 1_000, QUICK.poll(), QUICK.heartbeat());
    DueRows node = node("first", rules, user -> {});
    Instant moment = now.get().plus(Duration.ofHours(1));
    IntStream.range(0, 400)
        .mapToObj(at -> tenant(new UUID(at * 77L, at).toString()))
        .forEach(each -> node.left(each, Optional.of(moment)));
    awaitRows("true", 400);
    for (int minute = 0; minute < 10; minute++) {
      assertThat(
              rows(
                  "execution_time >= '%s' AND execution_time < '%s'"
                      .formatted(
                          moment.plus(Duration.ofMinutes(minute)),
                          moment.plus(Duration.ofMinutes(minute + 1)))))
          .as("minute %d", minute)
          .isBetween(15L, 75L);
    }
    node.left(ANN, Optional.of(moment));
    awaitRows("task_instance = '%s'".formatted(ANN.id()), 1);
    long before = micros(ANN);
    node.left(ANN, Optional.of(moment.plus(Duration.ofDays(1))));
    Deadline.until(() -> micros(ANN) == before + 86_400_000_000L, AWHILE);
    node.left(ANN, Optional.of(now.get().minus(Duration.ofDays(1))));
    Deadline.until(() -> micros(ANN) == before - 3_600_000_000L, AWHILE);
  }

  private long micros(Tenant tenant) {
    try {
      return TestPostgres.number(
          address,
          "SELECT (extract(epoch FROM execution_time) * 1000000)::bigint FROM due WHERE task_instance = '%s'"
              .formatted(tenant.id()));
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void whoCannotBeFetchedIsTriedAgainLaterAndEverLater() throws Exception {
    var summons = new LinkedBlockingQueue<String>();
    var node =
        new DueRows(
            database(),
            "first",
            QUICK,
            user -> !summons.add(user),
            user -> false,
            all -> {},
            now::get);
    open.add(node);
    node.begin();
    node.left(ANN, Optional.of(now.get()));
    assertThat(summoned(summons)).isEqualTo(ANN.id());
    awaitRows(at(now.get().plusSeconds(30)) + " AND NOT picked", 1);
    later(Duration.ofSeconds(31));
    assertThat(summoned(summons)).isEqualTo(ANN.id());
    awaitRows(at(now.get().plusSeconds(60)) + " AND NOT picked", 1);
    for (int time = 0; time < 8; time++) {
      later(Duration.ofHours(1));
      assertThat(summoned(summons)).isEqualTo(ANN.id());
      awaitRows("NOT picked", 1);
    }
    assertThat(rows("execution_time <= '%s'".formatted(now.get().plus(Duration.ofHours(1)))))
        .as("once an hour at least")
        .isEqualTo(1);
  }

  @Test
  void whoIsBeingDeletedIsNeitherFetchedNorNoted() throws Exception {
    var summons = new LinkedBlockingQueue<String>();
    DueRows node = node("first", summons::add);
    node.left(ANN, Optional.of(now.get().plusSeconds(600)));
    node.left(BOB, Optional.of(now.get().plusSeconds(600)));
    awaitRows("true", 2);
    going.add(ANN.id());
    later(Duration.ofMinutes(10));
    assertThat(summoned(summons)).isEqualTo(BOB.id());
    awaitRows(at(now.get().plus(QUICK.guard())), 2);
    assertThat(summons).isEmpty();
    assertThat(rows("task_instance = '%s'".formatted(ANN.id()))).isEqualTo(1);
    ServerDatabase database = database();
    assertThat(database.<Integer>call(mappers -> DueRows.forget(mappers, ANN.id()))).isEqualTo(1);
    node.arrived(ANN);
    node.arrived(BOB);
    node.left(ANN, Optional.of(now.get().plusSeconds(3_600)));
    node.left(BOB, Optional.empty());
    awaitRows("true", 0);
  }

  @Test
  void whatIsNotedWhileTheServerIsAwayIsWrittenWhenItIsBack() throws Exception {
    try (var postgres = new TestPostgres(folder.resolve("pg"))) {
      address = postgres.address();
      var summons = new LinkedBlockingQueue<String>();
      ServerDatabase database = database();
      var node =
          new DueRows(
              database,
              "first",
              QUICK,
              answering(summons::add),
              going::contains,
              all -> {},
              now::get);
      open.add(node);
      node.begin();
      node.left(BOB, Optional.of(now.get().plus(Duration.ofHours(1))));
      awaitRows("true", 1);

      postgres.stop();
      database.look();
      node.left(ANN, Optional.of(now.get().plus(Duration.ofHours(2))));
      later(Duration.ofHours(3));
      postgres.startAgain();
      TestPostgres.awaitBack(database);
      assertThat(List.of(summoned(summons), summoned(summons)))
          .containsExactlyInAnyOrder(ANN.id(), BOB.id());
      open.removeLast().close();
      open.removeLast().close();
    }
  }

  @Test
  void whomANodeWasFetchingWhenItWasKilledAnotherOneFetches() throws Exception {
    now.set(Instant.now());
    DueRows writer = node("writer", QUICK, user -> {}, now::get);
    writer.left(ANN, Optional.of(now.get().minusSeconds(5)));
    awaitRows("true", 1);
    Process first =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DueRowsTest.class.getName(),
                address.jdbc(),
                address.user(),
                address.password())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = first.inputReader()) {
      assertThat(said.lines().filter(line -> line.startsWith("fetching ")).findFirst())
          .contains("fetching " + ANN.id());
      assertThat(rows("picked AND picked_by = 'killed'")).isEqualTo(1);
    } finally {
      first.destroyForcibly().waitFor();
    }
    long killed = System.nanoTime();
    var summons = new LinkedBlockingQueue<String>();
    node("second", QUICK, summons::add, InstantSource.system()).begin();
    assertThat(summoned(summons)).isEqualTo(ANN.id());
    assertThat(Duration.ofNanos(System.nanoTime() - killed))
        .as("four heartbeats, and two until it is seen")
        .isLessThan(QUICK.heartbeat().multipliedBy(6).plusSeconds(10));
    awaitRows("picked", 0);
    assertThat(summons).isEmpty();
  }

  /** A node that never comes to an end with whom it fetches. */
  public static void main(String[] arguments) {
    var address = new ServerAddress(arguments[0], arguments[1], arguments[2]);
    ServerDatabase database = TestPostgres.database(address, InstantSource.system());
    database.start();
    var node =
        new DueRows(
            database,
            "killed",
            QUICK,
            user -> {
              System.out.println("fetching " + user);
              while (!Thread.currentThread().isInterrupted()) {
                java.util.concurrent.locks.LockSupport.park();
              }
              return false;
            },
            user -> false,
            all -> {},
            InstantSource.system());
    node.begin();
    java.util.concurrent.locks.LockSupport.park();
  }

  @Test
  void whatAProgramNotedThatHadEverybodyToItselfIsTakenOver() throws Exception {
    Instant moment = now.get().plus(Duration.ofHours(1));
    var ann = new Tenant(ANN.id(), folder.resolve("ann"));
    var bob = new Tenant(BOB.id(), folder.resolve("bob"));
    for (Tenant each : List.of(ann, bob)) {
      Files.createDirectories(each.data());
      Files.writeString(each.data().resolve(DueFiles.FILE), moment.toString());
    }
    DueRows node = node("first", QUICK, user -> {}, now::get);
    node.left(bob, Optional.of(moment.plusSeconds(60)));
    awaitRows("true", 1);
    earlier.addAll(List.of(ann, bob));
    node.begin();
    Deadline.until(
        () ->
            Stream.of(ann, bob).noneMatch(each -> Files.exists(each.data().resolve(DueFiles.FILE))),
        AWHILE);
    assertThat(rows(at(moment))).isEqualTo(1);
    assertThat(rows(at(moment.plusSeconds(60)))).as("what is newer counts").isEqualTo(1);
  }

  @Test
  void countsSayHowManyWait() throws Exception {
    DueRows node = node("first", user -> {});
    ServerDatabase database = database();
    assertThat(DueRows.counts(database, now.get())).isEqualTo(new DueCounts(0, 0, 0, null));
    Instant moment = now.get().plus(Duration.ofHours(1));
    node.left(ANN, Optional.of(moment));
    node.left(BOB, Optional.of(moment.plus(Duration.ofDays(1))));
    awaitRows("true", 2);
    DueCounts counts = DueRows.counts(database, moment.plusSeconds(1));
    assertThat(counts.people()).isEqualTo(2);
    assertThat(counts.overdue()).isEqualTo(1);
    assertThat(counts.fetching()).isZero();
    assertThat(counts.first()).isBetween(moment, moment.plusSeconds(1));
  }
}
