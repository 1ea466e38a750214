package dev.peregrine.host.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveTest {

  private final Live live = new Live();
  private final List<String> heard = new ArrayList<>();

  @Test
  void tellsTheListenersOfTheTenantUntilTheyStopListening() throws Exception {
    AutoCloseable listening = live.listen("ann", heard::add);
    live.changed("ann", "jobs");
    live.changed("bob", "tasks");
    listening.close();
    live.changed("ann", "run");
    assertThat(heard).containsExactly("jobs");
  }

  @Test
  void aListenerThatFailsKeepsNobodyElseFromHearing() {
    for (int at = 0; at < 5; at++) {
      live.listen(
          "ann",
          topic -> {
            throw new IllegalStateException("page is gone");
          });
    }
    live.listen("ann", heard::add);
    live.changed("ann", "jobs");
    assertThat(heard).containsExactly("jobs");
  }
}
