package dev.peregrine.host.due;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small file for each tenant, for a program that has them all to itself. */
public final class DueFiles implements Dues {

  /** The file with the moment, beside the database. */
  public static final String FILE = "next-due";

  /** How many are fetched at one look; the others wait for the next one. */
  public static final int AT_ONCE = 40;

  /** After a restart nobody is fetched all at once. */
  private static final Duration SPREAD = Duration.ofMinutes(10);

  /** Whoever could not be fetched is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(DueFiles.class);

  private final Consumer<Consumer<Tenant>> everybody;
  private final Consumer<Tenant> fetch;
  private final InstantSource clock;
  private final RandomGenerator chance;
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("due").daemon().factory());

  // Guarded by this. An alarm counts only as long as it is the tenant's present one.
  private final PriorityQueue<Alarm> queue = new PriorityQueue<>(Comparator.comparing(Alarm::at));
  private final Map<Tenant, Instant> alarms = new HashMap<>();

  private record Alarm(Instant at, Tenant tenant) {}

  /**
   * @param everybody has something done for each who was ever here
   * @param fetch has a tenant arrive
   */
  public DueFiles(
      Consumer<Consumer<Tenant>> everybody,
      Consumer<Tenant> fetch,
      InstantSource clock,
      RandomGenerator chance) {
    this.everybody = everybody;
    this.fetch = fetch;
    this.clock = clock;
    this.chance = chance;
  }

  @Override
  public void begin() {
    beat.execute(this::read);
    // Runs until it is closed.
    var _ =
        beat.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Learns when everybody's next thing is due. */
  public void read() {
    Instant now = clock.instant();
    try {
      everybody.accept(
          tenant ->
              noted(tenant, now)
                  .ifPresent(
                      at ->
                          alarm(
                              tenant,
                              at.isAfter(now)
                                  ? at
                                  : now.plusMillis(chance.nextLong(SPREAD.toMillis())))));
    } catch (UncheckedIOException unreadable) {
      LOG.error("It is not known whose next thing is due when", unreadable);
    }
  }

  /** Fetches whose next thing is due. */
  public void look() {
    Instant now = clock.instant();
    for (int i = 0; i < AT_ONCE; i++) {
      Optional<Tenant> due = next(now);
      if (due.isEmpty()) {
        return;
      }
      try {
        fetch.accept(due.get());
      } catch (RuntimeException notNow) {
        LOG.warn("What is due for {} could not be begun", due.get().id(), notNow);
        alarm(due.get(), now.plus(AGAIN));
      }
    }
  }

  private synchronized Optional<Tenant> next(Instant now) {
    while (!queue.isEmpty() && !queue.peek().at().isAfter(now)) {
      Alarm first = queue.remove();
      if (alarms.remove(first.tenant(), first.at())) {
        return Optional.of(first.tenant());
      }
    }
    return Optional.empty();
  }

  private synchronized void alarm(Tenant tenant, Instant at) {
    alarms.put(tenant, at);
    queue.add(new Alarm(at, tenant));
  }

  /** How many wait to be fetched at some time. */
  public synchronized int waiting() {
    return alarms.size();
  }

  /** Whoever is here for the first time when the program dies is looked after as well. */
  @Override
  public void arrived(Tenant tenant) {
    if (Files.notExists(file(tenant))) {
      write(tenant, Optional.of(clock.instant()));
    }
  }

  @Override
  public void left(Tenant tenant, Optional<Instant> next) {
    next.ifPresent(at -> alarm(tenant, at));
    write(tenant, next);
  }

  private static void write(Tenant tenant, Optional<Instant> next) {
    try {
      if (next.isPresent()) {
        Files.writeString(file(tenant), next.get().toString());
      } else {
        Files.deleteIfExists(file(tenant));
      }
    } catch (IOException failed) {
      LOG.warn("When the next thing of {} is due could not be noted", tenant.id(), failed);
    }
  }

  /**
   * What the file of somebody says; one that was cut off says now, since whoever looks finds out.
   */
  static Optional<Instant> noted(Tenant tenant, Instant now) {
    try {
      return Files.exists(file(tenant))
          ? Optional.of(Instant.parse(Files.readString(file(tenant)).strip()))
          : Optional.empty();
    } catch (IOException | DateTimeParseException odd) {
      return Optional.of(now);
    }
  }

  /** Another way knows now when they are due. */
  static void drop(Tenant tenant) {
    write(tenant, Optional.empty());
  }

  private static Path file(Tenant tenant) {
    return tenant.data().resolve(FILE);
  }

  @Override
  public void rest() {
    beat.shutdownNow();
  }

  @Override
  public void close() {
    rest();
  }
}
