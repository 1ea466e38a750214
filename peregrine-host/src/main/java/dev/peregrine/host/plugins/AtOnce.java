package dev.peregrine.host.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same to several things at once; the results are in the order of the things. */
final class AtOnce {

  private static final int THREADS = 8;

  private AtOnce() {}

  static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    if (things.size() < 2) {
      return things.stream().map(work).toList();
    }
    int threads = Math.min(THREADS, things.size());
    try (ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
      var results = new ArrayList<CompletableFuture<R>>();
      things.forEach(
          thing -> results.add(CompletableFuture.supplyAsync(() -> work.apply(thing), pool)));
      return results.stream().map(CompletableFuture::join).toList();
    }
  }
}
