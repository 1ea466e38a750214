package dev.peregrine.host.shares;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often each of many may do something: so often a second in the long run, and after a rest as
 * often at once as fits into some seconds (a token bucket). Those who did nothing for longest are
 * forgotten first, which only ever does them good.
 */
public final class Pace {

  /** Whoever rested has as much as comes together in that time. */
  private static final int SECONDS_SAVED = 20;

  private static final int KNOWN = 20_000;
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final double most;
  private final LongSupplier nanos;

  // Guarded by itself.
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > KNOWN;
        }
      };

  private static final class Bucket {
    private double left;
    private long at;

    Bucket(double left, long at) {
      this.left = left;
      this.at = at;
    }
  }

  /**
   * @param perSecond 0 for as often as they like
   * @param nanos a clock that only goes on
   */
  public Pace(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.most = (double) perSecond * SECONDS_SAVED;
    this.nanos = nanos;
  }

  /** Does it once; says when to come again where it is too often. */
  public Optional<Duration> take(String who) {
    return look(who, 1);
  }

  /** Whether it would be too often now; changes nothing. */
  public boolean isSpent(String who) {
    return until(who).isPresent();
  }

  /** When to come again where it would be too often now; changes nothing. */
  public Optional<Duration> until(String who) {
    return look(who, 0);
  }

  private Optional<Duration> look(String who, int takes) {
    if (perSecond == 0) {
      return Optional.empty();
    }
    synchronized (buckets) {
      long now = nanos.getAsLong();
      Bucket bucket = buckets.computeIfAbsent(who, first -> new Bucket(most, now));
      bucket.left = Math.min(most, bucket.left + (now - bucket.at) / NANOS * perSecond);
      bucket.at = now;
      if (bucket.left >= 1) {
        bucket.left -= takes;
        return Optional.empty();
      }
      return Optional.of(Duration.ofNanos((long) ((1 - bucket.left) / perSecond * NANOS)));
    }
  }

  /** How many are known. */
  int known() {
    synchronized (buckets) {
      return buckets.size();
    }
  }
}
