package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Prepared;
import dev.peregrine.host.pipeline.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the boards of one run put what they found, and from where it is stored in small batches: a
 * batch costs one write to the disk, and a person wants to see the first ones at once. A board that
 * is quicker than the disk waits here, so that a million postings need no more memory than a
 * hundred.
 */
final class Shelf implements Arrivals {

  private static final int BATCH = 100;
  private static final long PATIENCE_MS = 200;
  private static final long LOOK_MS = 20;
  private static final int CAPACITY = 400;

  private record Item(Prepared prepared, BoardLine line, Optional<Hidden> hidden) {}

  private final Jobs jobs;
  private final long run;
  private final Runnable afterBatch;
  private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicReference<Optional<RuntimeException>> failure =
      new AtomicReference<>(Optional.empty());
  private volatile boolean closed;

  Shelf(Jobs jobs, long run, Runnable afterBatch) {
    this.jobs = jobs;
    this.run = run;
    this.afterBatch = afterBatch;
  }

  @Override
  public void put(Posting posting, String board, BoardLine line, Optional<Hidden> hidden)
      throws InterruptedException {
    // Made ready on the board's own thread, so that the one that stores has only that to do.
    var found = new Found(posting, board, OptionalLong.of(run), hidden);
    var item = new Item(Jobs.prepare(found), line, hidden);
    while (!items.offer(item, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
      if (failure.get().isPresent()) {
        throw new InterruptedException("Nothing can be stored any more.");
      }
    }
  }

  /** Why nothing can be stored any more; empty while it can. */
  Optional<RuntimeException> failure() {
    return failure.get();
  }

  /** No more comes; {@link #storeAll} ends once all is stored. */
  void close() {
    closed = true;
  }

  /** Stores what comes until the shelf is closed and empty, or storing fails. */
  void storeAll() {
    try {
      while (true) {
        List<Item> batch = batch();
        if (batch.isEmpty()) {
          return;
        }
        store(batch);
        afterBatch.run();
      }
    } catch (RuntimeException failed) {
      failure.set(Optional.of(failed));
    } catch (InterruptedException never) {
      // Nobody knows this thread but the run, which does not interrupt it.
      failure.set(Optional.of(new IllegalStateException(never)));
    }
  }

  private List<Item> batch() throws InterruptedException {
    var batch = new ArrayList<Item>(BATCH);
    while (batch.isEmpty()) {
      // Whether it is closed is asked first: what comes before that is in the queue by then.
      boolean last = closed;
      Item first = items.poll(LOOK_MS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
      } else if (last) {
        return batch;
      }
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    while (batch.size() < BATCH) {
      // In short looks, so that the last batch of a run does not wait for what cannot come.
      boolean last = closed || System.nanoTime() >= end;
      Item next = last ? items.poll() : items.poll(LOOK_MS, TimeUnit.MILLISECONDS);
      if (next != null) {
        batch.add(next);
      } else if (last) {
        break;
      }
    }
    return batch;
  }

  private void store(List<Item> batch) {
    List<Stored> stored = jobs.storePrepared(batch.stream().map(Item::prepared).toList());
    for (int index = 0; index < batch.size(); index++) {
      Item item = batch.get(index);
      item.line().stored(stored.get(index), item.hidden());
    }
  }
}
