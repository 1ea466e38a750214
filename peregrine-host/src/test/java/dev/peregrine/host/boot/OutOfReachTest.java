package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfReachTest {

  private static final String LOST = "ERROR What belongs to %s cannot be reached";
  private static final String BACK = "INFO What belongs to %s can be reached again";

  private final AtomicReference<Instant> now = new AtomicReference<>(Cloud.NOW);
  private final OutOfReach trouble = new OutOfReach(now::get);

  @TempDir Path folder;

  private Tenant tenant(String id) {
    return new Tenant(id, folder.resolve(id));
  }

  @Test
  void isSaidOnceForEachAndAgainWhileItLasts() {
    try (var log = new LogLines(OutOfReach.class)) {
      for (int i = 0; i < 50; i++) {
        trouble.noted(tenant("adela"), new IllegalStateException("The disk is gone."));
        trouble.noted(tenant("bob"), new IllegalStateException("The disk is gone."));
      }
      assertThat(log.about("adela")).containsExactly(LOST.formatted("adela"));
      assertThat(log.about("bob")).hasSize(1);

      trouble.noted(tenant("adela"), new IllegalStateException("The file is damaged."));
      assertThat(log.about("adela")).as("another trouble").hasSize(2);
      now.updateAndGet(before -> before.plus(Duration.ofMinutes(61)));
      trouble.noted(tenant("adela"), new IllegalStateException("The file is damaged."));
      assertThat(log.about("adela")).as("it lasts").hasSize(3);
    }
  }

  @Test
  void whatIsOverIsSaidOnceToo() {
    try (var log = new LogLines(OutOfReach.class)) {
      trouble.over(tenant("adela"));
      assertThat(log.about("adela")).isEmpty();
      trouble.noted(tenant("adela"), new IllegalStateException("The disk is gone."));
      trouble.over(tenant("adela"));
      trouble.over(tenant("adela"));
      trouble.noted(tenant("adela"), new IllegalStateException("The disk is gone."));
      assertThat(log.about("adela"))
          .containsExactly(
              LOST.formatted("adela"), BACK.formatted("adela"), LOST.formatted("adela"));
    }
  }
}
