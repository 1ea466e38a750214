package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is looked after how often. */
class HeartbeatTest {

  private static final Tenant ANN = new Tenant("ann", Path.of("ann"));
  private static final Tenant BEN = new Tenant("ben", Path.of("ben"));

  private final SearchHome.Clock clock = new SearchHome.Clock();
  private final Tenants tenants = new Tenants(clock);
  private final List<String> asked = new ArrayList<>();
  private final Set<String> working = new HashSet<>();
  private final Map<String, Instant> next = new HashMap<>();

  private Heartbeat beat(Duration quietAfter) {
    var rota =
        new Rota(
            tenants,
            () -> working.contains(Tenant.current().id()),
            () -> Optional.ofNullable(next.get(Tenant.current().id())));
    return new Heartbeat(
        Duration.ZERO,
        Duration.ofSeconds(20),
        tenants,
        new Heartbeat.Quiet(clock, quietAfter, Duration.ofMinutes(5), rota),
        () -> asked.add(Tenant.current().id()));
  }

  private List<String> askedBy(Heartbeat beat) {
    asked.clear();
    beat.run();
    return List.copyOf(asked);
  }

  @Test
  void whoDoesNothingIsAskedLessOftenThanWhoDoesSomething() {
    Heartbeat beat = beat(Duration.ofMinutes(2));
    tenants.arrive(ANN);
    tenants.arrive(BEN);
    assertThat(askedBy(beat)).containsExactly("ann", "ben");

    clock.pass(Duration.ofMinutes(3));
    tenants.arrive(BEN);

    assertThat(askedBy(beat)).containsExactly("ben");
    clock.pass(Duration.ofMinutes(2));
    assertThat(askedBy(beat)).as("five minutes after the last look").containsExactly("ann", "ben");
    assertThat(askedBy(beat)).containsExactly("ben");
  }

  @Test
  void whatIsDueForSomebodyQuietIsNotLate() {
    Heartbeat beat = beat(Duration.ofMinutes(2));
    tenants.arrive(ANN);
    next.put("ann", clock.instant().plus(Duration.ofMinutes(4)));
    assertThat(askedBy(beat)).containsExactly("ann");

    clock.pass(Duration.ofMinutes(3));
    assertThat(askedBy(beat)).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    assertThat(askedBy(beat)).containsExactly("ann");
  }

  @Test
  void whileSomethingRunsForSomebodyQuietTheyAreAskedAsEverybody() {
    Heartbeat beat = beat(Duration.ofMinutes(2));
    tenants.arrive(ANN);
    assertThat(askedBy(beat)).containsExactly("ann");
    clock.pass(Duration.ofMinutes(3));
    working.add("ann");

    assertThat(askedBy(beat)).containsExactly("ann");
    assertThat(askedBy(beat)).containsExactly("ann");
  }

  @Test
  void whoseRequestsNobodyCountsIsNeverQuiet() {
    Heartbeat beat = beat(ChronoUnit.FOREVER.getDuration());
    tenants.arrive(ANN);
    assertThat(askedBy(beat)).containsExactly("ann");
    clock.pass(Duration.ofHours(30));

    assertThat(askedBy(beat)).containsExactly("ann");
    assertThat(askedBy(beat)).containsExactly("ann");
  }
}
