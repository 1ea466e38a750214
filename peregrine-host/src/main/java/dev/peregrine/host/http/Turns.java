package dev.peregrine.host.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps calls to one host apart and few, over all tenants and extensions. A turn is asked for
 * before a call and given back after it.
 */
final class Turns {

  private static final int HOSTS = 2_000;

  private final Map<String, Host> hosts =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
          return size() > HOSTS;
        }
      };

  /** Waits for a turn; closing it gives it back. */
  Turn take(String name, int atOnce, Duration gap) throws InterruptedException {
    Host host = host(name, atOnce);
    host.places.acquire();
    try {
      TimeUnit.NANOSECONDS.sleep(host.reserve(System.nanoTime(), gap));
    } catch (InterruptedException e) {
      host.places.release();
      throw e;
    }
    return host.places::release;
  }

  /** Lets nobody call a host for a while, because it asked for that. */
  void rest(String name, int atOnce, Duration rest) {
    host(name, atOnce).reserve(System.nanoTime(), rest);
  }

  private Host host(String name, int atOnce) {
    synchronized (hosts) {
      return hosts.computeIfAbsent(name, missing -> new Host(atOnce));
    }
  }

  /** Permission to call a host now. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Host {

    private final Semaphore places;
    private long free = Long.MIN_VALUE;

    Host(int atOnce) {
      places = new Semaphore(atOnce, true);
    }

    /** Takes the next free moment and says how long it is until then. */
    synchronized long reserve(long now, Duration gap) {
      long start = free == Long.MIN_VALUE || free - now < 0 ? now : free;
      free = start + gap.toNanos();
      return start - now;
    }
  }
}
