package dev.peregrine.host.web;

import dev.peregrine.host.shares.Pace;
import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.tenancy.Tenant;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Lets nobody make more requests than their share. Answering needs a thread of which there are few:
 * each tenant has some at once, a few requests more wait for them a little, and the others come
 * again.
 */
final class Turnstile {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(1);

  /** How many bytes of an address of IPv6 are one household's. */
  private static final int HOUSEHOLD = 8;

  /** For how long it is known whose a word was. Somebody signs out in between. */
  private static final long KNOWN_NANOS = Duration.ofSeconds(10).toNanos();

  private static final int KNOWN = 1_000;

  private final int atOnce;
  private final LongSupplier nanos;
  private final Pace tenants;
  private final Pace strangers;
  private final Map<String, Places> places = new ConcurrentHashMap<>();

  // Guarded by itself.
  private final Map<String, Refused> refused =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refused> eldest) {
          return size() > KNOWN;
        }
      };

  /** Who came with a word and was not let in, and when. */
  private record Refused(String tenant, long at) {}

  /** One tenant's, as long as one of their requests is here. */
  private static final class Places {
    private final Semaphore free;
    private final AtomicInteger here = new AtomicInteger();

    Places(int atOnce) {
      free = new Semaphore(atOnce, true);
    }
  }

  Turnstile(Shares shares) {
    this(shares, System::nanoTime);
  }

  /**
   * @param nanos a clock that only goes on
   */
  Turnstile(Shares shares, LongSupplier nanos) {
    this.atOnce = shares.pages();
    this.nanos = nanos;
    this.tenants = new Pace(shares.requests(), nanos);
    this.strangers = new Pace(shares.strangers(), nanos);
  }

  /** What is done while one is inside. */
  interface Inside<E extends Exception> {
    void go() throws E, java.io.IOException;
  }

  /**
   * Lets a request of a tenant in.
   *
   * @return when to come again, where it was not let in
   */
  <E extends Exception> Optional<Duration> enter(Tenant tenant, Inside<E> inside)
      throws E, java.io.IOException {
    Optional<Duration> tooOften = tenants.take(tenant.id());
    if (tooOften.isPresent()) {
      return tooOften;
    }
    if (atOnce == 0) {
      inside.go();
      return Optional.empty();
    }
    Places own =
        places.compute(
            tenant.id(),
            (id, before) -> {
              Places now = before == null ? new Places(atOnce) : before;
              now.here.incrementAndGet();
              return now;
            });
    try {
      return within(own, inside);
    } finally {
      places.computeIfPresent(
          tenant.id(), (id, now) -> now.here.decrementAndGet() == 0 ? null : now);
    }
  }

  /**
   * A tenant was not let in. As long as that is so, whoever comes with the same word is sent away
   * before anybody looks whose it is, which takes more than all the rest.
   *
   * @param word by which they are known, such as their session
   */
  void refused(String word, Tenant tenant) {
    synchronized (refused) {
      var _ = refused.put(word, new Refused(tenant.id(), nanos.getAsLong()));
    }
  }

  /** When to come again, where whoever comes with that word would not be let in. */
  Optional<Duration> stillRefused(String word) {
    Refused last;
    synchronized (refused) {
      last = refused.get(word);
      if (last == null) {
        return Optional.empty();
      }
      if (nanos.getAsLong() - last.at() > KNOWN_NANOS) {
        var _ = refused.remove(word);
        return Optional.empty();
      }
    }
    Places own = places.get(last.tenant());
    return own != null && own.here.get() >= 2 * atOnce
        ? Optional.of(SOON)
        : tenants.until(last.tenant());
  }

  private <E extends Exception> Optional<Duration> within(Places own, Inside<E> inside)
      throws E, java.io.IOException {
    // As many again may wait.
    if (own.here.get() > 2 * atOnce || !waited(own.free)) {
      return Optional.of(SOON);
    }
    try {
      inside.go();
      return Optional.empty();
    } finally {
      own.free.release();
    }
  }

  private static boolean waited(Semaphore free) {
    try {
      return free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Somebody asks who is nobody.
   *
   * @param from their address; empty where it is not known
   * @return when to come again, where it is too often
   */
  Optional<Duration> knock(String from) {
    return from.isEmpty() ? Optional.empty() : strangers.take(household(from));
  }

  /** Whether somebody knocked too often already. */
  boolean isSpent(String from) {
    return !from.isEmpty() && strangers.isSpent(household(from));
  }

  /** Whoever has one address of IPv6 has as many as they like beside it. */
  static String household(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length > HOUSEHOLD
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, HOUSEHOLD))
          : address;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }
}
