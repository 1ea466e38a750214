package dev.peregrine.host.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

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

  private final int capacity;
  private final Deque<Entry> entries = new ArrayDeque<>();

  public CallLedger(int capacity) {
    this.capacity = capacity;
  }

  synchronized void add(Entry entry) {
    if (entries.size() == capacity) {
      entries.removeLast();
    }
    entries.addFirst(entry);
  }

  /** A tenant's calls, the latest first. */
  public synchronized List<Entry> of(String tenant) {
    var own = new ArrayList<Entry>();
    for (Entry entry : entries) {
      if (entry.tenant().equals(tenant)) {
        own.add(entry);
      }
    }
    return own;
  }
}
