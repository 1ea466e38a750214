package dev.peregrine.host.tasks;

import dev.peregrine.host.tenancy.Tenant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Makes sure that no wish to have work done gets lost: one that comes while a task is about to end
 * is not seen by that task, and cannot make another one as long as it lives.
 */
public final class Wishes {

  private static final long PATIENCE_MS = 300;

  private final ConcurrentMap<String, Wish> wishes = new ConcurrentHashMap<>();

  private static final class Wish {
    final ReentrantLock lock = new ReentrantLock();
    final Condition came = lock.newCondition();
    boolean open;
    boolean watched;
  }

  /**
   * Wants the work done.
   *
   * @param submit makes a task; false where one lives already
   */
  public void want(BooleanSupplier submit) {
    Wish wish = current();
    wish.lock.lock();
    try {
      wish.open = true;
      wish.came.signalAll();
      if (submit.getAsBoolean() || wish.watched) {
        return;
      }
      wish.watched = true;
    } finally {
      wish.lock.unlock();
    }
    Thread.ofVirtual().name("task-wish").start(Tenant.carry(() -> watch(wish, submit)));
  }

  /** The task looks for work from here on. */
  public void begin() {
    Wish wish = current();
    wish.lock.lock();
    try {
      wish.open = false;
    } finally {
      wish.lock.unlock();
    }
  }

  /** Whether more work came meanwhile; waits a little, since it mostly comes in rows. */
  public boolean again() throws InterruptedException {
    Wish wish = current();
    wish.lock.lockInterruptibly();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
      while (!wish.open && left > 0) {
        left = wish.came.awaitNanos(left);
      }
      return wish.open;
    } finally {
      wish.lock.unlock();
    }
  }

  /** Submits again until a task has seen the wish. */
  private void watch(Wish wish, BooleanSupplier submit) {
    try {
      while (true) {
        Thread.sleep(PATIENCE_MS);
        wish.lock.lock();
        try {
          if (!wish.open || submit.getAsBoolean()) {
            wish.watched = false;
            return;
          }
        } finally {
          wish.lock.unlock();
        }
      }
    } catch (InterruptedException | RuntimeException ended) {
      wish.lock.lock();
      try {
        wish.watched = false;
      } finally {
        wish.lock.unlock();
      }
    }
  }

  private Wish current() {
    return wishes.computeIfAbsent(Tenant.current().id(), id -> new Wish());
  }
}
