package dev.peregrine.host.plugins;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs code of a plugin with a limit, on a platform thread of its own. Not on a virtual one: code
 * that computes for ever cannot be stopped in Java, and on a virtual thread it would keep a
 * carrier; as many of them as there are processors would stop every virtual thread of the program.
 */
final class StrangersCode<R> {

  private final Thread thread;
  private final CompletableFuture<R> result = new CompletableFuture<>();

  private StrangersCode(String name, ClassLoader loader, Callable<R> work) {
    thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(work));
    thread.setContextClassLoader(loader);
  }

  static <R> StrangersCode<R> start(String name, ClassLoader loader, Callable<R> work) {
    var code = new StrangersCode<>(name, loader, work);
    code.thread.start();
    return code;
  }

  private void run(Callable<R> work) {
    try {
      result.complete(work.call());
    } catch (Throwable e) { // Errors too: a plugin may not end anything but its own call.
      result.completeExceptionally(e);
    }
  }

  R await(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    return await(() -> Duration.ofNanos(end - System.nanoTime()));
  }

  /**
   * The result; {@link ExecutionException} carries whatever was thrown.
   *
   * @param left how long is still to be waited, asked again when that time is over
   */
  R await(Supplier<Duration> left)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      Duration wait = left.get();
      if (!wait.isPositive() && !result.isDone()) {
        throw new TimeoutException();
      }
      try {
        return result.get(Math.max(1, wait.toNanos()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException maybeMoreIsLeft) {
        // asked again
      }
    }
  }

  /** Interrupts it and waits a little; says whether it ended. */
  boolean stop(Duration grace) throws InterruptedException {
    thread.interrupt();
    return thread.join(grace);
  }

  void whenOver(Runnable action) {
    var _ = result.whenComplete((value, failure) -> action.run());
  }
}
