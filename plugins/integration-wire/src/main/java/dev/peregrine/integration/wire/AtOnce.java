package dev.peregrine.integration.wire;

import dev.peregrine.api.ExtensionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Several calls at once, so that a service that takes long to answer is still called as often as it
 * allows. How often that is the host sees to.
 */
public final class AtOnce {

  private AtOnce() {}

  /** What is done with one of the items; called from several threads. */
  @FunctionalInterface
  public interface Step<T> {
    void run(T item) throws ExtensionException, InterruptedException;
  }

  /**
   * Runs a step for each item, in their order, no more than so many at once. After a failure none
   * is begun any more; those that run are waited for.
   *
   * @throws ExtensionException the first failure
   */
  public static <T> void run(int most, Collection<T> items, Step<T> step)
      throws ExtensionException, InterruptedException {
    Queue<T> left = new ConcurrentLinkedQueue<>(items);
    var failure = new AtomicReference<@Nullable Exception>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(most, items.size()); i++) {
        workers.add(threads.submit(() -> work(left, step, failure)));
      }
      try {
        for (Future<?> worker : workers) {
          worker.get();
        }
      } catch (InterruptedException stopped) {
        threads.shutdownNow();
        throw stopped;
      } catch (ExecutionException unforeseen) {
        throw new IllegalStateException(unforeseen.getCause());
      }
    }
    switch (failure.get()) {
      case null -> {}
      case ExtensionException failed -> throw failed;
      case InterruptedException stopped -> throw stopped;
      case RuntimeException bug -> throw bug;
      case Exception other -> throw new IllegalStateException(other);
    }
  }

  private static <T> void work(
      Queue<T> left, Step<T> step, AtomicReference<@Nullable Exception> failure) {
    T item = left.poll();
    while (item != null && failure.get() == null) {
      try {
        step.run(item);
      } catch (ExtensionException | InterruptedException | RuntimeException failed) {
        boolean _ = failure.compareAndSet(null, failed);
      }
      item = left.poll();
    }
  }
}
