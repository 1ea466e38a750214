package dev.peregrine.host.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells listeners of one tenant that a topic changed; what changed they ask for themselves. Topics
 * in use: {@code tasks}, {@code run}, {@code jobs}, {@code plugins}.
 */
public final class Live {

  private final Map<String, Set<Consumer<String>>> listeners = new ConcurrentHashMap<>();

  /** Tells the tenant's listeners; never fails and never waits for them to act. */
  public void changed(String tenantId, String topic) {
    for (Consumer<String> listener : listeners.getOrDefault(tenantId, Set.of())) {
      listener.accept(topic);
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
