package dev.peregrine.host.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sessions of one kind on one file, used in turn. SQLite never runs on a virtual thread: its native
 * calls would pin the carrier and a wait for a lock would stall everything. Whoever comes on
 * another thread and need not wait does their work there, since handing it over takes longer than
 * much of it; all else is done by threads of the pool.
 */
final class Lane {

  /** Work for one file runs so often before another file has its turn. */
  private static final int IN_A_ROW = 16;

  private final Executor pool;
  private final Supplier<Session> opener;
  private final int width;
  private final Queue<Job> waiting = new ArrayDeque<>();
  private final Deque<Session> idle = new ArrayDeque<>();
  private int running;

  private interface Job {
    void run(Lane lane);
  }

  Lane(Executor pool, int width, Supplier<Session> opener) {
    this.pool = pool;
    this.width = width;
    this.opener = opener;
  }

  <T> CompletableFuture<T> submit(Function<Session, T> work) {
    var result = new CompletableFuture<T>();
    boolean here;
    synchronized (this) {
      here = running < width && waiting.isEmpty() && !Thread.currentThread().isVirtual();
      if (!here) {
        waiting.add(lane -> lane.run(work, result));
        if (running == width) {
          return result;
        }
      }
      running++;
    }
    if (here) {
      run(work, result);
      next();
    } else {
      pool.execute(this::drain);
    }
    return result;
  }

  /** Who came meanwhile has their turn. */
  private void next() {
    synchronized (this) {
      if (waiting.isEmpty()) {
        running--;
        return;
      }
    }
    pool.execute(this::drain);
  }

  private void drain() {
    for (int turn = 0; turn < IN_A_ROW; turn++) {
      Job next;
      synchronized (this) {
        next = waiting.poll();
        if (next == null) {
          running--;
          return;
        }
      }
      next.run(this);
    }
    pool.execute(this::drain);
  }

  private <T> void run(Function<Session, T> work, CompletableFuture<T> result) {
    try {
      Session session = take();
      T value;
      try {
        value = work.apply(session);
      } finally {
        giveBack(session);
      }
      result.complete(value);
    } catch (Throwable thrown) {
      // Errors too: whoever waits for the result must learn of them.
      result.completeExceptionally(thrown);
    }
  }

  private Session take() {
    synchronized (this) {
      Session session = idle.poll();
      if (session != null) {
        return session;
      }
    }
    return opener.get();
  }

  private void giveBack(Session session) {
    if (session.isBroken()) {
      session.close();
      return;
    }
    synchronized (this) {
      idle.push(session);
    }
  }

  /** Adds a session that is open already. */
  synchronized void adopt(Session session) {
    idle.push(session);
  }

  /** Closes the sessions after a last work on each; nobody may be using the lane. */
  synchronized void close(Consumer<Session> lastly) {
    for (Session session : idle) {
      try {
        lastly.accept(session);
      } finally {
        session.close();
      }
    }
    idle.clear();
  }
}
