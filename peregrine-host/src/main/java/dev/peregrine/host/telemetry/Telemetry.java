package dev.peregrine.host.telemetry;

import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one door to what is counted of how people use a hosted Peregrine. Where one person runs
 * Peregrine for themselves there is none of it. Nothing is written without the person's consent,
 * which counts at the moment of writing; whoever allowed nothing is not recorded.
 *
 * <p>Threads: {@link #record} may be called from any, never waits and never fails.
 */
public final class Telemetry implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);
  private static final JsonMapper JSON = new JsonMapper();

  private static final int WAITING = 2_000;
  private static final int AT_ONCE = 200;
  private static final Duration LAST_WAIT = Duration.ofSeconds(3);
  private static final Duration KEPT = Duration.ofDays(400);

  private final ServerDatabase database;
  private final InstantSource clock;
  private final BlockingQueue<Waiting> waiting;
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable Thread writer;

  private record Waiting(
      String user, String app, UsageEvent event, Map<String, String> properties, Instant at) {}

  public Telemetry(ServerDatabase database, InstantSource clock) {
    this(database, clock, WAITING);
  }

  Telemetry(ServerDatabase database, InstantSource clock, int waiting) {
    this.database = database;
    this.clock = clock;
    this.waiting = new ArrayBlockingQueue<>(waiting);
  }

  /** The mappers that {@link ServerDatabase} must know. */
  public static List<Class<?>> mappers() {
    return List.of(TelemetryMapper.class);
  }

  /** From now on what was recorded is written. */
  public synchronized void start() {
    writer = Thread.ofPlatform().name("telemetry").daemon().start(this::write);
  }

  /**
   * Records that something happened, where the person allows it. What is not listed in {@link
   * UsageEvent}, what has other properties, and what comes while too much waits is left out and
   * counted.
   *
   * @param user the person's id
   * @param product such as {@code peregrine}
   * @param event the key of a {@link UsageEvent}
   */
  public void record(String user, String product, String event, Map<String, String> properties) {
    try {
      UsageEvent known = UsageEvent.of(event).orElse(null);
      if (known == null
          || !known.allows(properties)
          || !waiting.offer(
              new Waiting(
                  UUID.fromString(user).toString(),
                  product,
                  known,
                  Map.copyOf(properties),
                  clock.instant()))) {
        dropped.incrementAndGet();
      }
    } catch (RuntimeException broken) {
      // Whoever does something for the person does not fail because it could not be counted.
      dropped.incrementAndGet();
      LOG.debug("An event was not recorded", broken);
    }
  }

  /** How many events were left out since the start. */
  public long dropped() {
    return dropped.get();
  }

  private void write() {
    try {
      while (true) {
        var batch = new ArrayList<Waiting>();
        batch.add(waiting.take());
        waiting.drainTo(batch, AT_ONCE - 1);
        write(batch);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what waits now, in the caller's thread. */
  public void flush() {
    var batch = new ArrayList<Waiting>();
    waiting.drainTo(batch);
    if (!batch.isEmpty()) {
      write(batch);
    }
  }

  private void write(List<Waiting> batch) {
    try {
      boolean _ =
          database.call(
              mappers -> {
                TelemetryMapper events = mappers.of(TelemetryMapper.class);
                batch.forEach(each -> add(events, each));
                return true;
              });
    } catch (ServerAwayException lost) {
      // It is not worth a place in memory until the server is back.
      dropped.addAndGet(batch.size());
    } catch (RuntimeException broken) {
      dropped.addAndGet(batch.size());
      LOG.warn("{} events were not recorded.", batch.size(), broken);
    }
  }

  private static void add(TelemetryMapper events, Waiting each) {
    String metadata = JSON.writeValueAsString(new LinkedHashMap<>(each.properties()));
    var _ = events.add(each.user(), each.app(), each.event().key(), metadata, each.at());
  }

  /**
   * What a person allows.
   *
   * @throws ServerAwayException where that cannot be known now
   */
  public Consent consent(String user) {
    return database.call(
        mappers -> mappers.of(TelemetryMapper.class).consent(user).orElse(Consent.NONE));
  }

  /** Says what a person allows from now on. */
  public void say(String user, boolean allDisabled, boolean usageEvents) {
    int _ =
        database.call(
            mappers ->
                mappers
                    .of(TelemetryMapper.class)
                    .say(user, allDisabled, usageEvents, clock.instant()));
  }

  /**
   * What was recorded of a person, the newest first.
   *
   * @param before the id of the last one that was seen, or {@link Long#MAX_VALUE}
   */
  public List<Recorded> recorded(String user, long before, int most) {
    return database.call(mappers -> mappers.of(TelemetryMapper.class).page(user, before, most));
  }

  /** How much was recorded of a person. */
  public long count(String user) {
    return database.call(mappers -> mappers.of(TelemetryMapper.class).count(user));
  }

  /**
   * Deletes what was recorded of a person.
   *
   * @return how much that was
   */
  public int delete(String user) {
    waiting.removeIf(each -> each.user().equals(user));
    return database.call(mappers -> mappers.of(TelemetryMapper.class).deleteEvents(user));
  }

  /** Deletes all rows about a person, within the work of who deletes the person. */
  public static Map<String, Integer> forget(Mappers mappers, String user) {
    TelemetryMapper rows = mappers.of(TelemetryMapper.class);
    return Map.of(
        "usage_events", rows.deleteEvents(user), "telemetry_consent", rows.deleteConsent(user));
  }

  /** Deletes what is older than 400 days. */
  public void tidy() {
    try {
      int _ =
          database.call(
              mappers ->
                  mappers.of(TelemetryMapper.class).deleteOlder(clock.instant().minus(KEPT)));
    } catch (ServerAwayException | StorageException later) {
      LOG.debug("Old events are deleted later", later);
    }
  }

  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      running = writer;
      writer = null;
    }
    if (running != null) {
      running.interrupt();
      try {
        var _ = running.join(LAST_WAIT);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
    flush();
  }
}
