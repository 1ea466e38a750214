package dev.peregrine.host.platform;

import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tiers.Entitlement;
import dev.peregrine.host.tiers.Tier;
import dev.peregrine.host.tiers.TierSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How people stand with the service, as it was last read. A page never waits for that: what is
 * older than a minute is read again meanwhile. Where the database is away, what was read last
 * counts for a day; then nobody has more than what is free.
 */
public final class Standings implements TierSource, AutoCloseable {

  /** What is sold, as the rows of subscriptions and events name it. */
  public static final String PRODUCT = "peregrine";

  static final Duration FRESH = Duration.ofMinutes(1);
  static final Duration KEPT = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Standings.class);
  private static final int MOST = 20_000;
  private static final String FREE = "free";

  private final ServerDatabase database;
  private final InstantSource clock;
  private final Set<String> reading = ConcurrentHashMap.newKeySet();
  private final ExecutorService readers =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().name("standings-", 0).daemon().factory());

  // Guarded by itself. The eldest use comes first.
  private final Map<String, Read> known =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
          return size() > MOST;
        }
      };

  private record Read(Standing standing, Instant at) {}

  public Standings(ServerDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The mappers that {@link ServerDatabase} must know. */
  public static List<Class<?>> mappers() {
    return List.of(
        StandingMapper.class, SupportMapper.class, ErasureMapper.class, SignOutMapper.class);
  }

  /** How the current tenant stands, as far as that is known. */
  public Standing current() {
    return of(Tenant.current().id());
  }

  private Standing of(String user) {
    Read read = read(user);
    Instant now = clock.instant();
    if (read == null || read.at().plus(FRESH).isBefore(now)) {
      readSoon(user);
    }
    if (read == null || read.at().plus(KEPT).isBefore(now)) {
      return Standing.UNKNOWN;
    }
    return read.standing();
  }

  private @Nullable Read read(String user) {
    synchronized (known) {
      return known.get(user);
    }
  }

  private void readSoon(String user) {
    if (database.awaySince().isPresent() || !reading.add(user)) {
      return;
    }
    try {
      readers.execute(
          () -> {
            try {
              readNow(user);
            } finally {
              reading.remove(user);
            }
          });
    } catch (RejectedExecutionException stopping) {
      reading.remove(user);
    }
  }

  /** Reads how somebody stands, for who has a moment; says nothing where that cannot be. */
  public void readNow(String user) {
    try {
      Instant now = clock.instant();
      Standing standing =
          database.call(mappers -> mappers.of(StandingMapper.class).of(user, PRODUCT, now));
      synchronized (known) {
        known.put(user, new Read(standing, now));
      }
    } catch (ServerAwayException later) {
      LOG.debug("How somebody stands is read later", later);
    } catch (StorageException wrong) {
      LOG.warn("How somebody stands could not be read.", wrong);
    }
  }

  /** Forgets what was read of somebody. */
  void forget(String user) {
    synchronized (known) {
      known.remove(user);
    }
  }

  /** The tier of the current tenant: always a subscription's, never that of a licence. */
  @Override
  public Optional<Granted> granted() {
    Standing standing = current();
    String tier = standing.tier();
    Instant until = standing.validUntil();
    boolean counts = tier != null && (until == null || clock.instant().isBefore(until));
    return Optional.of(
        new Granted(counts && tier != null ? tier : FREE, Entitlement.Origin.SUBSCRIPTION));
  }

  /** Says which tier somebody has from now on. */
  public void subscribe(String user, Tier tier, @Nullable Instant until) {
    int _ =
        database.call(
            mappers ->
                mappers
                    .of(StandingMapper.class)
                    .subscribe(user, PRODUCT, tier.key(), until, clock.instant()));
    readNow(user);
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
