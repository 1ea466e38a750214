package dev.peregrine.host.pipeline;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.tenancy.Tenant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The index of words. It follows the stored jobs at a distance, because writing it takes as long as
 * all else of storing them: once a tenant's jobs are quiet for a moment, or when somebody searches.
 * How far it is stands in the file, so that a killed program leaves nothing out.
 */
final class TextIndex {

  /** So many jobs are one transaction. */
  private static final int STEP = 1_000;

  /** What a search may find missing and add in well under a second. */
  private static final int FARTHEST = 4_000;

  private static final long QUIET_MS = 300;

  private final Databases databases;

  /** When jobs of a tenant were stored last, by the tenant's id; while the index is to follow. */
  private final ConcurrentMap<String, Long> stored = new ConcurrentHashMap<>();

  private final ScheduledThreadPoolExecutor later;

  TextIndex(Databases databases) {
    this.databases = databases;
    this.later =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("text-index").daemon().factory());
    later.setKeepAliveTime(1, TimeUnit.SECONDS);
    later.allowCoreThreadTimeOut(true);
  }

  /** Whether the words of a job are in it. */
  static boolean holds(Mappers mappers, long job) {
    return job <= mappers.of(JobMapper.class).indexed();
  }

  /** To be called with every batch that is stored: adds what has been left behind too far. */
  static void keepNear(Mappers mappers) {
    if (behind(mappers) > FARTHEST) {
      step(mappers);
    }
  }

  /** Adds all that is missing. */
  void catchUp() {
    while (databases.current().read(TextIndex::behind) > 0) {
      databases.current().write(TextIndex::step);
    }
  }

  /** Jobs of the current tenant were stored: catches up once no more come. */
  void follow() {
    Tenant tenant = Tenant.current();
    if (stored.put(tenant.id(), System.nanoTime()) == null) {
      whenQuiet(tenant);
    }
  }

  private void whenQuiet(Tenant tenant) {
    // Its outcome is nobody's: what it could not do, the next search does.
    var _ =
        later.schedule(
            () -> tenant.run(() -> catchUpIfQuiet(tenant)), QUIET_MS, TimeUnit.MILLISECONDS);
  }

  private void catchUpIfQuiet(Tenant tenant) {
    Long last = stored.getOrDefault(tenant.id(), 0L);
    try {
      if (System.nanoTime() - last >= TimeUnit.MILLISECONDS.toNanos(QUIET_MS)) {
        catchUp();
      }
    } catch (RuntimeException stopping) {
      stored.remove(tenant.id());
      return;
    }
    boolean isQuiet = System.nanoTime() - last >= TimeUnit.MILLISECONDS.toNanos(QUIET_MS);
    if (!isQuiet || !stored.remove(tenant.id(), last)) {
      whenQuiet(tenant);
    }
  }

  private static long behind(Mappers mappers) {
    JobMapper jobs = mappers.of(JobMapper.class);
    return jobs.lastId() - jobs.indexed();
  }

  private static long step(Mappers mappers) {
    JobMapper jobs = mappers.of(JobMapper.class);
    long first = jobs.indexed() + 1;
    long last = Math.min(jobs.lastId(), first + STEP - 1);
    // Before the words: a statement with a trigger after them would make FTS5 write out early.
    jobs.indexedUpTo(last);
    jobs.index(first, last);
    return last;
  }
}
