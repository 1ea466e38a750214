package dev.peregrine.host.tracking;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pushes soon after something changed, once the person is done with it for a moment, and again
 * where it failed and the pause is over. Asked now and then; what changed while the program was not
 * there is found at the first time.
 */
public final class SoonAfter {

  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Set<String> TOPICS = Set.of("jobs", "rounds", Tracking.WISHES);

  private final Tracking tracking;
  private final Live live;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  /**
   * @param mark up to which changes were seen
   * @param first when the first of those happened that were not pushed yet
   * @param last when the last of them did
   */
  private record Seen(long mark, Optional<Instant> first, Instant last) {}

  public SoonAfter(Tracking tracking, Live live, InstantSource clock) {
    this.tracking = tracking;
    this.live = live;
    this.clock = clock;
  }

  /** Begins for the current tenant what is due. */
  public void tick() {
    String tenant = Tenant.current().id();
    Instant now = clock.instant();
    long mark = live.mark();
    Optional<Seen> before = Optional.ofNullable(seen.get(tenant));
    boolean changed =
        before
            .map(was -> live.changedSince(tenant, was.mark()).stream().anyMatch(TOPICS::contains))
            .orElse(true);
    Optional<Instant> first =
        before.flatMap(Seen::first).or(() -> changed ? Optional.of(now) : Optional.empty());
    Instant last = changed ? now : before.map(Seen::last).orElse(now);
    boolean due =
        first
            .filter(from -> !now.isBefore(last.plus(QUIET)) || !now.isBefore(from.plus(LONGEST)))
            .isPresent();
    seen.put(tenant, new Seen(mark, due ? Optional.empty() : first, last));
    for (TrackerState state : tracking.states()) {
      boolean again = state.trouble().filter(trouble -> !trouble.waits(now)).isPresent();
      boolean wanted = again || due && state.plan().soon() && state.trouble().isEmpty();
      if (wanted && tracking.isReady(state) && (again || tracking.hasWork(state))) {
        var _ = tracking.begin(state.key());
      }
    }
  }
}
