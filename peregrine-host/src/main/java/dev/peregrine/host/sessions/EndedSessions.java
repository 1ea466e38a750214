package dev.peregrine.host.sessions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * Sessions that people ended before they ran out, by their marks: a token that is used again counts
 * no more. Each is known until it would have run out by itself.
 */
public final class EndedSessions {

  private final InstantSource clock;
  private final Map<String, Instant> marks = new ConcurrentHashMap<>();
  private final List<BiConsumer<String, Instant>> listeners = new CopyOnWriteArrayList<>();

  public EndedSessions(InstantSource clock) {
    this.clock = clock;
  }

  /** Learns of each session that is ended here: its mark, and until when that matters. */
  public void listen(BiConsumer<String, Instant> listener) {
    listeners.add(listener);
  }

  /** Ends a session. */
  void end(String mark, Instant until) {
    learn(mark, until);
    listeners.forEach(listener -> listener.accept(mark, until));
  }

  /** One that was ended elsewhere. */
  public void learn(String mark, Instant until) {
    Instant now = clock.instant();
    marks.values().removeIf(over -> !now.isBefore(over));
    if (now.isBefore(until)) {
      marks.put(mark, until);
    }
  }

  boolean has(String mark) {
    return marks.containsKey(mark);
  }
}
