package dev.peregrine.host.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of one tenant that a topic changed; what changed they ask for themselves. Topics
 * in use: {@code tasks}, {@code run}, {@code jobs}, {@code plugins}, {@code models}, {@code
 * hardware}, {@code letters}, {@code rounds}, {@code contacts}, {@code reminders}, {@code
 * practice}, {@code replies}, {@code mail}, {@code agenda}.
 */
public final class Live {

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  /** No topic: listeners hear nothing more. */
  public static final String OVER = "over";

  private static final String EVERYBODY = "";

  private final InstantSource clock;
  private final AtomicLong mark = new AtomicLong();
  private final Map<String, Map<String, Long>> changes = new ConcurrentHashMap<>();
  private final Map<String, Set<Consumer<String>>> listeners = new ConcurrentHashMap<>();

  /** Of a program that is the only one; its marks count changes. */
  public Live() {
    this(InstantSource.fixed(Instant.EPOCH));
  }

  /**
   * @param clock of which marks are made, so that those of several nodes can be compared
   */
  public Live(InstantSource clock) {
    this.clock = clock;
  }

  /** Tells the tenant's listeners; never fails and never waits for them to act. */
  public void changed(String tenantId, String topic) {
    note(tenantId, topic);
    for (Consumer<String> listener : listeners.getOrDefault(tenantId, Set.of())) {
      try {
        listener.accept(topic);
      } catch (RuntimeException broken) {
        // A page that is gone must not fail the work that changed something.
        LOG.warn("A listener of topic {} failed.", topic, broken);
      }
    }
  }

  /** Tells every tenant's listeners, of what all tenants share; never fails and never waits. */
  public void changedForAll(String topic) {
    note(EVERYBODY, topic);
    listeners.values().forEach(each -> each.forEach(listener -> listener.accept(topic)));
  }

  private void note(String whose, String topic) {
    changes
        .computeIfAbsent(whose, id -> new ConcurrentHashMap<>())
        .put(topic, mark.updateAndGet(last -> Math.max(last + 1, clock.millis())));
  }

  /** Now, for {@link #changedSince}. Grows with every change of anybody. */
  public long mark() {
    return mark.get();
  }

  /** The topics of a tenant that changed after a mark. */
  public Set<String> changedSince(String tenantId, long since) {
    return Stream.of(tenantId, EVERYBODY)
        .flatMap(whose -> changes.getOrDefault(whose, Map.of()).entrySet().stream())
        .filter(change -> change.getValue() > since)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Tells the tenant's listeners that nothing more will be told here. */
  public void over(String tenantId) {
    listeners.getOrDefault(tenantId, Set.of()).forEach(listener -> listener.accept(OVER));
  }

  /** Forgets what changed for a tenant to whom nobody listens. */
  public void forget(String tenantId) {
    listeners.computeIfPresent(tenantId, (id, all) -> all.isEmpty() ? null : all);
    if (!listeners.containsKey(tenantId)) {
      changes.remove(tenantId);
    }
  }

  /** Listens until the result is closed. The listener must be quick and must not throw. */
  public AutoCloseable listen(String tenantId, Consumer<String> listener) {
    listeners.compute(
        tenantId,
        (id, all) -> {
          Set<Consumer<String>> with = all == null ? ConcurrentHashMap.newKeySet() : all;
          with.add(listener);
          return with;
        });
    return () -> listeners.getOrDefault(tenantId, Set.of()).remove(listener);
  }
}
