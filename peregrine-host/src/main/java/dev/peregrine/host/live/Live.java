package dev.peregrine.host.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of one tenant that a topic changed; what changed they ask for themselves. Topics
 * in use: {@code tasks}, {@code run}, {@code jobs}, {@code plugins}.
 */
public final class Live {

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  private final Map<String, Set<Consumer<String>>> listeners = new ConcurrentHashMap<>();

  /** Tells the tenant's listeners; never fails and never waits for them to act. */
  public void changed(String tenantId, String topic) {
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
    listeners.values().forEach(each -> each.forEach(listener -> listener.accept(topic)));
  }

  /** Listens until the result is closed. The listener must be quick and must not throw. */
  public AutoCloseable listen(String tenantId, Consumer<String> listener) {
    listeners.computeIfAbsent(tenantId, id -> ConcurrentHashMap.newKeySet()).add(listener);
    return () -> listeners.getOrDefault(tenantId, Set.of()).remove(listener);
  }
}
