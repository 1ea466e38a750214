package dev.peregrine.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who was refused is refused by their word alone, and no longer than they would be anyway. */
class TurnstileTest {

  private static final Tenant ANN = new Tenant("ann", Path.of("ann"));

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private Turnstile turnstile(int requests, int pages) {
    return new Turnstile(
        new Shares(0, 0, 0, List.of(), 0, 0, 0, requests, 0, pages, 0), nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static Optional<Duration> enter(Turnstile turnstile) throws IOException {
    return turnstile.<RuntimeException>enter(ANN, () -> {});
  }

  @Test
  void aWordThatWasRefusedIsRefusedUntilThereIsSomethingLeftAgain() throws IOException {
    Turnstile turnstile = turnstile(2, 0);
    for (int at = 0; at < 40; at++) {
      assertThat(enter(turnstile)).isEmpty();
    }
    assertThat(turnstile.stillRefused("session")).as("nobody looked at it yet").isEmpty();
    assertThat(enter(turnstile)).isPresent();
    turnstile.refused("session", ANN);
    assertThat(turnstile.stillRefused("session")).contains(Duration.ofMillis(500));
    assertThat(turnstile.stillRefused("another")).isEmpty();
    pass(Duration.ofMillis(500));
    assertThat(turnstile.stillRefused("session")).isEmpty();
    assertThat(enter(turnstile)).isEmpty();
    assertThat(turnstile.stillRefused("session")).as("spent again").isPresent();
  }

  @Test
  void whoseAWordWasIsForgottenAfterAWhile() throws IOException {
    Turnstile turnstile = turnstile(1, 0);
    turnstile.refused("session", ANN);
    pass(Duration.ofSeconds(11));
    for (int at = 0; at < 21; at++) {
      var _ = enter(turnstile);
    }
    assertThat(enter(turnstile)).isPresent();
    assertThat(turnstile.stillRefused("session")).isEmpty();
  }

  @Test
  void noMoreWordsAreRememberedThanThereIsRoomFor() throws IOException {
    Turnstile turnstile = turnstile(1, 0);
    for (int at = 0; at < 21; at++) {
      var _ = enter(turnstile);
    }
    for (int at = 0; at <= 1_000; at++) {
      turnstile.refused("session" + at, ANN);
    }
    assertThat(turnstile.stillRefused("session0")).isEmpty();
    assertThat(turnstile.stillRefused("session1")).isPresent();
  }

  @Test
  void whoHasAllTheirPlacesIsRefusedByTheirWordToo() throws Exception {
    Turnstile turnstile = turnstile(0, 1);
    turnstile.refused("session", ANN);
    assertThat(turnstile.stillRefused("session")).isEmpty();
    var inside = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    Thread first =
        Thread.startVirtualThread(
            () -> {
              try {
                var _ =
                    turnstile.<InterruptedException>enter(
                        ANN,
                        () -> {
                          inside.countDown();
                          over.await();
                        });
              } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
              }
            });
    inside.await();
    assertThat(turnstile.stillRefused("session")).as("one more may wait").isEmpty();
    Thread second =
        Thread.startVirtualThread(
            () -> {
              try {
                var _ = enter(turnstile);
              } catch (IOException failed) {
                throw new IllegalStateException(failed);
              }
            });
    dev.peregrine.host.discovery.SearchHome.eventually(
        () -> turnstile.stillRefused("session").isPresent());
    over.countDown();
    first.join();
    second.join();
    assertThat(turnstile.stillRefused("session")).isEmpty();
  }
}
