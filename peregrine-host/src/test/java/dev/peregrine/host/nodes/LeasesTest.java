package dev.peregrine.host.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.storage.FencedException;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds whose shard, on a real Postgres; the nodes' clocks are the test's. */
class LeasesTest {

  private static final String ANN = "3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b";
  private static final Tenant HER = new Tenant(ANN, Path.of("none"));
  private static final Duration LIFE = Duration.ofSeconds(16);

  private final List<AutoCloseable> open = new ArrayList<>();
  private ServerAddress address;
  private Node one;
  private Node two;

  private final class Node {
    final AtomicLong nanos = new AtomicLong(System.nanoTime());
    final ServerDatabase database;
    final Leases leases;
    final URI url;

    Node(String name) {
      url = URI.create("http://" + name + ":8505");
      database = TestPostgres.database(address, InstantSource.system());
      database.start();
      leases = new Leases(database, new Terms(Optional.of(url), LIFE), nanos::get);
      open.add(database);
    }

    void later(Duration time) {
      nanos.addAndGet(time.toNanos());
    }
  }

  @BeforeEach
  void begin() throws Exception {
    address = TestPostgres.fresh();
    one = new Node("one");
    two = new Node("two");
    one.leases.renew();
    two.leases.renew();
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  /** As if it had not said that it lives for longer than its life. */
  private void silent() throws Exception {
    TestPostgres.change(
        address,
        "UPDATE node SET expires_at = clock_timestamp() - interval '1 second' WHERE url = '"
            + one.url
            + "'");
    one.later(LIFE);
  }

  @Test
  void whoFreezesWhileItTakesAShardKeepsItFromOthersForAMomentOnly() throws Exception {
    var locked = new CountDownLatch(1);
    var taken = new CountDownLatch(1);
    Future<?> frozen;
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      frozen =
          threads.submit(
              () ->
                  one.database.call(
                      mappers -> {
                        var _ = mappers.of(NodeMapper.class).lock(Shards.of(ANN));
                        locked.countDown();
                        try {
                          return taken.await(60, TimeUnit.SECONDS);
                        } catch (InterruptedException stop) {
                          Thread.currentThread().interrupt();
                          return false;
                        }
                      }));
      assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
      Holder holder = two.leases.holder(ANN);
      long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
      while (!(holder instanceof Holder.Here) && System.nanoTime() < end) {
        two.database.look();
        holder = two.leases.holder(ANN);
      }
      taken.countDown();
      assertThat(holder).isEqualTo(new Holder.Here(true));
    }
    assertThatThrownBy(frozen::get).as("what it had begun is nothing").isNotNull();
  }

  @Test
  void theFirstWhoIsAskedHoldsAndTheOtherKnowsWho() {
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    assertThat(two.leases.holder(ANN)).isEqualTo(new Holder.There(one.url));
    assertThat(one.leases.isMine(HER)).isTrue();
    assertThat(one.leases.epoch(HER)).isEqualTo(1);
    assertThat(two.leases.isMine(HER)).isFalse();
    assertThatThrownBy(() -> two.leases.check(ANN)).isInstanceOf(FencedException.class);
  }

  @Test
  void whoIsSilentForTooLongIsReplacedUnderAHigherEpochAndStoresNothingAnyMore() throws Exception {
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    var lost = new CountDownLatch(1);
    one.leases.afterEnd(shard -> lost.countDown());
    silent();
    assertThat(two.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    assertThat(two.leases.epoch(HER)).isEqualTo(2);
    // It has not heard of that yet: its own clock is enough.
    assertThatThrownBy(() -> one.leases.check(ANN)).isInstanceOf(FencedException.class);
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.There(two.url));
    assertThat(lost.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> one.leases.checkOpening(ANN)).isInstanceOf(FencedException.class);
  }

  @Test
  void itsOwnClockStopsItAMarginBeforeAnotherCouldBegin() {
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    one.later(LIFE.multipliedBy(3).dividedBy(4).minusMillis(1));
    one.leases.check(ANN);
    one.later(Duration.ofMillis(1));
    assertThatThrownBy(() -> one.leases.check(ANN)).isInstanceOf(FencedException.class);
  }

  @Test
  void whoWasAwayAndWasNotReplacedGoesOn() throws Exception {
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    silent();
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    assertThat(one.leases.epoch(HER)).isEqualTo(1);
    assertThat(two.leases.holder(ANN)).isEqualTo(new Holder.There(one.url));
  }

  @Test
  void aBeatOfOneWhoWasReplacedReturnsNothingToIt() throws Exception {
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    silent();
    assertThat(two.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    one.leases.renew();
    assertThat(one.leases.isMine(HER)).isFalse();
    assertThat(one.leases.held()).isEmpty();
    // Alive again, it may take what nobody has.
    two.leases.release(Shards.of(ANN));
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    assertThat(one.leases.epoch(HER)).isEqualTo(3);
  }

  @Test
  void itIsHeldUntilWhatBelongsToTheEndIsDone() {
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    var told = new ArrayList<String>();
    one.leases.atEnd(shard -> told.add("before, mine: " + one.leases.isMine(HER)));
    one.leases.afterEnd(
        shard ->
            told.add(
                "after, mine: %s, free: %s"
                    .formatted(
                        one.leases.isMine(HER), two.leases.holder(ANN) instanceof Holder.Here)));
    one.leases.release(Shards.of(ANN));
    assertThat(told).containsExactly("before, mine: true", "after, mine: false, free: false");
    assertThat(two.leases.quiet(Shards.of(ANN))).isLessThan(Duration.ofSeconds(10));
    two.later(Duration.ofSeconds(1));
    assertThat(two.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
  }

  @Test
  void whoIsAboutToStopLeavesToTheOthersWhatNobodyHas() {
    one.leases.drain();
    assertThat(one.leases.hasOthers()).isTrue();
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.There(two.url));
    assertThat(two.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    assertThat(two.leases.hasOthers()).isFalse();
  }

  @Test
  void oneOfManyWhoAskAtOnceHoldsIt() throws Exception {
    List<String> users = IntStream.range(0, 40).mapToObj(i -> "user " + i).toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (String user : users) {
        var barrier = new CyclicBarrier(4);
        List<Future<Holder>> asked =
            IntStream.range(0, 4)
                .mapToObj(
                    i ->
                        pool.submit(
                            () -> {
                              barrier.await();
                              return (i % 2 == 0 ? one : two).leases.holder(user);
                            }))
                .toList();
        for (Future<Holder> each : asked) {
          assertThat(each.get()).isNotNull();
        }
        var tenant = new Tenant(user, Path.of("none"));
        assertThat(one.leases.isMine(tenant)).as(user).isNotEqualTo(two.leases.isMine(tenant));
      }
    }
    assertThat(TestPostgres.number(address, "SELECT count(*) FROM shard_lease WHERE epoch > 1"))
        .isZero();
  }

  @Test
  void aCleanEndFreesEverythingAtOnce() {
    assertThat(one.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
    one.leases.close();
    assertThat(two.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
  }

  @Test
  void whileTheDatabaseIsAwayWhatIsHeldIsReadAndIsWrittenAgainWhenItIsBack(@TempDir Path data)
      throws Exception {
    try (var server = new TestPostgres(data)) {
      address = server.address();
      var alone = new Node("alone");
      alone.leases.renew();
      assertThat(alone.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
      server.stop();
      alone.database.look();
      alone.leases.renew();
      assertThat(alone.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
      alone.later(LIFE);
      assertThat(alone.leases.holder(ANN)).isEqualTo(new Holder.Here(false));
      alone.leases.checkOpening(ANN);
      assertThatThrownBy(() -> alone.leases.check(ANN)).isInstanceOf(FencedException.class);
      assertThat(alone.leases.holder("somebody else")).isEqualTo(new Holder.Unknown());
      server.startAgain();
      TestPostgres.awaitBack(alone.database);
      assertThat(alone.leases.holder(ANN)).isEqualTo(new Holder.Here(true));
      assertThat(alone.leases.epoch(HER)).isEqualTo(1);
    }
  }
}
