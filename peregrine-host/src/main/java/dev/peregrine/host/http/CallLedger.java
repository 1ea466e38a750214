package dev.peregrine.host.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest outgoing calls, so that a person can read who called whom. It holds no path, query or
 * header, because these can carry secrets.
 */
public final class CallLedger {

  /**
   * One call.
   *
   * @param caller the extension such as {@code board/adzuna}, or {@code page} for a pasted link
   * @param tenant for whom
   * @param status the answer's status; 0 where there was none
   * @param bytes size of the answer, decompressed
   */
  public record Entry(
      Instant at,
      String caller,
      String tenant,
      String method,
      String host,
      int status,
      long bytes,
      long millis) {}

  /** So many tenants' worth of lines are kept at most; those called for longest ago go first. */
  private static final int TENANTS_WORTH = 50;

  private final int capacity;

  // Guarded by this, each tenant's the latest first. Who was called for longest ago comes first.
  private final Map<String, Deque<Entry>> tenants = new LinkedHashMap<>(16, 0.75f, true);
  private int lines;

  /**
   * @param capacity how many calls of one tenant are remembered, whatever the others do
   */
  public CallLedger(int capacity) {
    this.capacity = capacity;
  }

  synchronized void add(Entry entry) {
    Deque<Entry> own = tenants.computeIfAbsent(entry.tenant(), first -> new ArrayDeque<>());
    if (own.size() == capacity) {
      own.removeLast();
      lines--;
    }
    own.addFirst(entry);
    lines++;
    while (lines > TENANTS_WORTH * capacity) {
      forget(tenants.keySet().iterator().next());
    }
  }

  /** A tenant's calls, the latest first. */
  public synchronized List<Entry> of(String tenant) {
    return List.copyOf(tenants.getOrDefault(tenant, new ArrayDeque<>()));
  }

  /** Forgets a tenant's calls. */
  public synchronized void forget(String tenant) {
    Deque<Entry> own = tenants.remove(tenant);
    lines -= own == null ? 0 : own.size();
  }
}
