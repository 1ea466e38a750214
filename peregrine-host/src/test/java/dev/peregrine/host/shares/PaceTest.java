package dev.peregrine.host.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Pace pace = new Pace(5, nanos::get);

  private int allowed(String who, int tries) {
    int allowed = 0;
    for (int at = 0; at < tries; at++) {
      allowed += pace.take(who).isEmpty() ? 1 : 0;
    }
    return allowed;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void whoRestedHasManyAtOnceAndThenSoManyASecond() {
    assertThat(allowed("ann", 1_000)).isEqualTo(100);
    pass(Duration.ofSeconds(1));
    assertThat(allowed("ann", 1_000)).isEqualTo(5);
    pass(Duration.ofHours(1));
    assertThat(allowed("ann", 1_000)).as("no more is saved up").isEqualTo(100);
  }

  @Test
  void itIsSaidWhenToComeAgainAndThatIsTrue() {
    var _ = allowed("ann", 100);
    Duration again = pace.take("ann").orElseThrow();
    assertThat(again).isEqualTo(Duration.ofMillis(200));
    assertThat(pace.isSpent("ann")).isTrue();
    pass(again);
    assertThat(pace.isSpent("ann")).isFalse();
    assertThat(pace.take("ann")).isEmpty();
  }

  @Test
  void oneTakesNothingFromAnother() {
    var _ = allowed("ann", 1_000);
    assertThat(allowed("bob", 100)).isEqualTo(100);
  }

  @Test
  void nothingIsNoLimit() {
    var free = new Pace(0, nanos::get);
    for (int at = 0; at < 1_000; at++) {
      assertThat(free.take("ann")).isEmpty();
    }
    assertThat(free.known()).isZero();
  }

  @Test
  void aMillionAddressesTakeNoMoreMemoryThanSomeThousand() {
    for (int at = 0; at < 1_000_000; at++) {
      var _ = pace.take("address " + at);
    }
    assertThat(pace.known()).isEqualTo(20_000);
  }
}
