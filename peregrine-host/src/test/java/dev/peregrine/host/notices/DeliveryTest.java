package dev.peregrine.host.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.TestHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {

  private static final String PHONE = "integration/phone";
  private static final String CHAT = "integration/chat";

  private TestHome home;
  private Outbox outbox;
  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void start(@TempDir Path folder) {
    home = new TestHome(folder);
    outbox = new Outbox(home.databases(), new Live(), home.clock());
  }

  @AfterEach
  void stop() {
    home.close();
  }

  private void put(String title, String... targets) {
    home.run(
        () ->
            outbox.put(
                List.of(targets),
                Notice.of("n-" + title, Event.OFFER_RECEIVED, title, "Text", home.now()),
                home.now()));
  }

  @Test
  void whatIsPutInIsSentWithoutAnybodyWaiting() throws Exception {
    var all = new CountDownLatch(50);
    try (var delivery =
        new Delivery(
            outbox,
            (target, notice) -> {
              told.add(notice.title());
              all.countDown();
            })) {
      delivery.start();
      for (int i = 0; i < 50; i++) {
        put("%02d".formatted(i), PHONE);
      }
      assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(List.copyOf(told)).hasSize(50).isSorted();
  }

  @Test
  void aTargetThatHangsHoldsUpNoOther() throws Exception {
    var hangs = new CountDownLatch(1);
    var other = new CountDownLatch(1);
    try (var delivery =
        new Delivery(
            outbox,
            (target, notice) -> {
              if (target.equals(PHONE)) {
                hangs.await();
              } else {
                other.countDown();
              }
            })) {
      delivery.start();
      put("first", PHONE, CHAT);
      assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
      hangs.countDown();
    }
  }

  @Test
  void oneTargetIsToldOneAfterTheOther() throws Exception {
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    var all = new CountDownLatch(20);
    try (var delivery =
        new Delivery(
            outbox,
            (target, notice) -> {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              Thread.yield();
              atOnce.decrementAndGet();
              all.countDown();
            })) {
      delivery.start();
      for (int i = 0; i < 20; i++) {
        put("n" + i, PHONE);
        home.run(delivery::wake);
      }
      assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void nothingIsSentByAProgramThatOnlyLooks() {
    try (var delivery = new Delivery(outbox, (target, notice) -> told.add(notice.title()))) {
      put("first", PHONE);
      home.run(delivery::wake);
    }
    assertThat(told).isEmpty();
    assertThat(home.with(outbox::due)).containsExactly(PHONE);
  }

  @Test
  void atTheEndWhatIsBeingSentEndsAndTheRestWaits() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var delivery =
        new Delivery(
            outbox,
            (target, notice) -> {
              begun.countDown();
              goOn.await();
              told.add(notice.title());
            });
    delivery.start();
    put("first", PHONE);
    put("second", PHONE);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    Thread closing = Thread.ofVirtual().start(delivery::close);
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    closing.join();

    assertThat(told).containsExactly("first");
    assertThat(home.with(outbox::waiting)).containsEntry(PHONE, 1L);
  }

  @Test
  void aTargetThatFailsIsTriedAgainOnceThePersonSaysSo() throws Exception {
    var refused = new CountDownLatch(1);
    var taken = new CountDownLatch(1);
    var works = new AtomicInteger();
    try (var delivery =
        new Delivery(
            outbox,
            (target, notice) -> {
              if (works.get() == 0) {
                refused.countDown();
                throw new ExtensionException(Kind.BAD_SETTINGS, "The token is wrong.");
              }
              taken.countDown();
            })) {
      delivery.start();
      put("first", PHONE);
      assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
      while (home.with(outbox::troubles).isEmpty()) {
        Thread.onSpinWait();
      }
      works.set(1);
      home.run(() -> outbox.tryAgain(PHONE));
      assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void pagesThatAreOpenAreNoneOfIts() {
    try (var delivery = new Delivery(outbox, (target, notice) -> told.add(notice.title()))) {
      delivery.start();
      put("first", Targets.BROWSER);
    }
    assertThat(told).isEmpty();
    assertThat(home.with(() -> outbox.forPages(5)))
        .singleElement()
        .extracting(waiting -> waiting.notice().title())
        .isEqualTo("first");
  }
}
