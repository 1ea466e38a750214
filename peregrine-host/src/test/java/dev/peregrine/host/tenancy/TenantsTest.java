package dev.peregrine.host.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TenantsTest {

  private static final Tenant ANN = new Tenant("ann", Path.of("ann"));
  private static final Tenant BOB = new Tenant("bob", Path.of("bob"));

  private Instant now = Instant.parse("2026-03-12T08:41:00Z");
  private final Tenants tenants = new Tenants(() -> now);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatBelongsToABeginningIsDoneOnceForEach() {
    tenants.atArrival(arrived -> done.add(Tenant.current().id() + " is " + arrived.id()));
    tenants.arrive(ANN);
    tenants.arrive(ANN);
    tenants.arrive(BOB);
    assertThat(done).containsExactly("ann is ann", "bob is bob");
    assertThat(tenants.present()).containsExactly(ANN, BOB);
  }

  @Test
  void whoLeavesIsEndedOnceAndBeginsAnewWhenTheyComeBack() {
    tenants.atArrival(arrived -> done.add("begin"));
    tenants.atLeaving(left -> done.add("end " + Tenant.current().id()));
    tenants.arrive(ANN);
    tenants.leave(ANN);
    tenants.leave(ANN);
    tenants.leave(BOB);
    assertThat(tenants.present()).isEmpty();
    tenants.arrive(ANN);
    assertThat(done).containsExactly("begin", "end ann", "begin");
  }

  @Test
  void aBeginningThatFailedIsTriedAgainByTheNext() {
    var attempts = new AtomicInteger();
    tenants.atArrival(
        arrived -> {
          if (attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("the disk is full");
          }
        });
    assertThatThrownBy(() -> tenants.arrive(ANN)).hasMessage("the disk is full");
    assertThat(tenants.present()).isEmpty();
    tenants.arrive(ANN);
    assertThat(tenants.present()).containsExactly(ANN);
  }

  @Test
  void whoComesMeanwhileWaitsUntilTheBeginningIsDone() throws Exception {
    var begun = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    tenants.atArrival(
        arrived -> {
          begun.countDown();
          try {
            mayGoOn.await();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
          done.add("begun");
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> tenants.arrive(ANN));
      begun.await();
      assertThat(tenants.present()).as("nothing is due before it has begun").isEmpty();
      var second =
          threads.submit(
              () -> {
                tenants.arrive(ANN);
                return List.copyOf(done);
              });
      mayGoOn.countDown();
      first.get();
      assertThat(second.get()).containsExactly("begun");
    }
  }

  @Test
  void whoDoesNothingForAWhileLeavesUnlessSomethingRuns() {
    tenants.atLeaving(left -> done.add("end " + left.id()));
    tenants.arrive(ANN);
    tenants.arrive(BOB);
    now = now.plusSeconds(600);
    tenants.arrive(BOB);
    assertThat(tenants.leaveIdle(Duration.ofMinutes(10), ANN::equals)).isEmpty();
    assertThat(tenants.leaveIdle(Duration.ofMinutes(10), nobody -> false)).containsExactly(ANN);
    assertThat(tenants.present()).containsExactly(BOB);
    assertThat(done).containsExactly("end ann");
  }

  @Test
  void whoComesBackWhileTheyLeaveBeginsAfterThatAndWhoComesBeforeStays() throws Exception {
    var leaving = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    tenants.atArrival(arrived -> done.add("begin"));
    tenants.atLeaving(
        left -> {
          leaving.countDown();
          try {
            mayGoOn.await();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
          done.add("end");
        });
    tenants.arrive(ANN);
    now = now.plusSeconds(600);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var left = threads.submit(() -> tenants.leaveIdle(Duration.ofMinutes(10), busy -> false));
      leaving.await();
      assertThat(tenants.present()).as("nothing more is begun for who leaves").isEmpty();
      var back = threads.submit(() -> tenants.arrive(ANN));
      mayGoOn.countDown();
      left.get();
      back.get();
    }
    assertThat(done).containsExactly("begin", "end", "begin");
    now = now.plusSeconds(600);
    assertThat(
            tenants.leaveIdle(
                Duration.ofMinutes(10),
                busy -> {
                  tenants.arrive(ANN);
                  return false;
                }))
        .as("a request came while it was asked whether something runs")
        .isEmpty();
  }
}
