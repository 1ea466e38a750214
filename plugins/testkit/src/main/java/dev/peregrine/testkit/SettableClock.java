package dev.peregrine.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until the test moves it. */
public final class SettableClock implements InstantSource {

  private final AtomicReference<Instant> now;

  /** A clock that shows this time. */
  public SettableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** A clock that shows this time, such as {@code 2026-11-22T09:00:00Z}. */
  public static SettableClock at(String start) {
    return new SettableClock(Instant.parse(start));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Shows this time from now on. */
  public void set(Instant time) {
    now.set(time);
  }

  /** Moves the time on, or back with a negative duration. */
  public void advance(Duration duration) {
    now.updateAndGet(time -> time.plus(duration));
  }
}
