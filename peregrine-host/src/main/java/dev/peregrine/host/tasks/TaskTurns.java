package dev.peregrine.host.tasks;

import dev.peregrine.host.tenancy.Tenant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Says which waiting task begins next. Tenants take turns, however many tasks each has waiting;
 * among those of one tenant the eldest that may begin is the first.
 */
final class TaskTurns {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> places;
  private final int atOnce;

  // Guarded by the lock. Whose turn is next comes first; those with nobody waiting are not there.
  private final Map<Tenant, Map<String, Queue<Waiting>>> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> running = new HashMap<>();
  private final Map<Tenant, Integer> runningOf = new HashMap<>();
  private long arrivals;

  private static final class Waiting {
    private final long arrival;
    private final Condition changed;
    private boolean begins;

    Waiting(long arrival, Condition changed) {
      this.arrival = arrival;
      this.changed = changed;
    }
  }

  /**
   * @param atOnce how many one tenant has at once; 0 for as many as there are
   */
  TaskTurns(Map<String, Integer> places, int atOnce) {
    this.places = Map.copyOf(places);
    this.atOnce = atOnce;
  }

  /** Waits until a task may run. Whoever got a turn gives it back. */
  void take(Tenant tenant, String type) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var own = new Waiting(arrivals++, lock.newCondition());
      queue(tenant, type).add(own);
      next();
      try {
        while (!own.begins) {
          own.changed.await();
        }
      } catch (InterruptedException gone) {
        if (own.begins) {
          ended(tenant, type);
        } else {
          queue(tenant, type).remove(own);
          forget(tenant, type);
        }
        next();
        throw gone;
      }
    } finally {
      lock.unlock();
    }
  }

  /** A task is over. */
  void giveBack(Tenant tenant, String type) {
    lock.lock();
    try {
      ended(tenant, type);
      next();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets somebody else have the turn where another tenant waits for it, and waits until it is this
   * one's again. A long task that asks now and then holds nobody up.
   *
   * @return false where it was interrupted while it waited, and has no turn any more
   */
  boolean letOthers(Tenant tenant, String type) {
    lock.lock();
    try {
      if (!isWantedByOthers(tenant, type)) {
        return true;
      }
      ended(tenant, type);
      next();
    } finally {
      lock.unlock();
    }
    try {
      take(tenant, type);
      return true;
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isWantedByOthers(Tenant tenant, String type) {
    return waiting.entrySet().stream()
        .anyMatch(
            entry ->
                !entry.getKey().equals(tenant)
                    && entry.getValue().containsKey(type)
                    && mayHaveMore(entry.getKey()));
  }

  private Queue<Waiting> queue(Tenant tenant, String type) {
    return waiting
        .computeIfAbsent(tenant, first -> new HashMap<>())
        .computeIfAbsent(type, first -> new ArrayDeque<>());
  }

  private void forget(Tenant tenant, String type) {
    Map<String, Queue<Waiting>> types = waiting.getOrDefault(tenant, Map.of());
    if (types.containsKey(type) && types.get(type).isEmpty()) {
      types.remove(type);
    }
    if (types.isEmpty()) {
      waiting.remove(tenant);
    }
  }

  private void ended(Tenant tenant, String type) {
    less(running, type);
    less(runningOf, tenant);
  }

  private static <K> void less(Map<K, Integer> counts, K key) {
    counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
  }

  private boolean mayHaveMore(Tenant tenant) {
    return atOnce == 0 || runningOf.getOrDefault(tenant, 0) < atOnce;
  }

  private boolean hasPlace(String type) {
    @Nullable Integer most = places.get(type);
    return most == null || running.getOrDefault(type, 0) < most;
  }

  /** Has everybody begin who may. */
  private void next() {
    for (Optional<Tenant> one = oneBegins(); one.isPresent(); one = oneBegins()) {
      // Whoever had a turn is the last one now.
      Map<String, Queue<Waiting>> rest = waiting.remove(one.get());
      if (rest != null) {
        waiting.put(one.get(), rest);
      }
    }
  }

  private Optional<Tenant> oneBegins() {
    for (Iterator<Tenant> each = waiting.keySet().iterator(); each.hasNext(); ) {
      Tenant tenant = each.next();
      Optional<String> type = mayHaveMore(tenant) ? eldest(waiting.get(tenant)) : Optional.empty();
      if (type.isPresent()) {
        Waiting begins = queue(tenant, type.get()).remove();
        begins.begins = true;
        begins.changed.signal();
        running.merge(type.get(), 1, Integer::sum);
        runningOf.merge(tenant, 1, Integer::sum);
        forget(tenant, type.get());
        return Optional.of(tenant);
      }
    }
    return Optional.empty();
  }

  /** The type of the one that waits longest of those that have a place. */
  private Optional<String> eldest(@Nullable Map<String, Queue<Waiting>> types) {
    Optional<String> found = Optional.empty();
    long arrival = Long.MAX_VALUE;
    for (Map.Entry<String, Queue<Waiting>> each :
        Optional.ofNullable(types).orElse(Map.of()).entrySet()) {
      Waiting first = each.getValue().peek();
      if (first != null && first.arrival < arrival && hasPlace(each.getKey())) {
        found = Optional.of(each.getKey());
        arrival = first.arrival;
      }
    }
    return found;
  }
}
