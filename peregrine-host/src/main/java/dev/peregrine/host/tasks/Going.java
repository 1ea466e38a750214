package dev.peregrine.host.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** A task that this program runs: what it told last, and how it is stopped. */
final class Going implements TaskRun {

  /** Progress is shown at once and stored now and then: a row a step would only wear the disk. */
  private static final Duration STORED_EVERY = Duration.ofSeconds(1);

  /** Stores progress; false where the task is over by another hand. */
  interface Store {
    boolean progress(Going task);
  }

  private final long id;
  private final String params;
  private final InstantSource clock;
  private final Store store;
  private final Runnable changed;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ReentrantLock lock = new ReentrantLock();

  private volatile String step = "";
  private volatile long done;
  private volatile long total;
  private volatile boolean cancelled;
  private volatile Thread thread = Thread.currentThread();
  private Instant stored = Instant.MIN;

  Going(long id, String params, InstantSource clock, Store store, Runnable changed) {
    this.id = id;
    this.params = params;
    this.clock = clock;
    this.store = store;
    this.changed = changed;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String params() {
    return params;
  }

  @Override
  public void step(String text) {
    step = text;
    told();
  }

  @Override
  public void of(long newDone, long newTotal) {
    done = newDone;
    total = newTotal;
    told();
  }

  private void told() {
    goOn();
    if (lock.tryLock()) {
      try {
        Instant now = clock.instant();
        if (stored.equals(Instant.MIN) || now.isAfter(stored.plus(STORED_EVERY))) {
          stored = now;
          if (!store.progress(this)) {
            cancelled = true;
          }
        }
      } finally {
        lock.unlock();
      }
    }
    changed.run();
    goOn();
  }

  private void goOn() {
    if (cancelled) {
      throw new CancellationException("Task %d was stopped.".formatted(id));
    }
  }

  String step() {
    return step;
  }

  long done() {
    return done;
  }

  long total() {
    return total;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void runsOn(Thread worker) {
    thread = worker;
  }

  void cancel() {
    cancelled = true;
    thread.interrupt();
  }

  void end() {
    ended.countDown();
  }

  boolean awaitEnd(Duration limit) throws InterruptedException {
    return ended.await(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
  }
}
