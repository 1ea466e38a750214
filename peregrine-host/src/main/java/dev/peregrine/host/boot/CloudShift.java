package dev.peregrine.host.boot;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps those few present for whom there is something to do. Who does nothing for a while leaves,
 * and with them what listens and looks for them; when their next search or other recurring thing is
 * due they are fetched again. That moment stands in a small file of theirs, so that it is known
 * after a restart without opening anybody's database.
 */
final class CloudShift implements AutoCloseable {

  /** The file with the moment, beside the database. */
  static final String FILE = "next-due";

  /** How many are fetched at one look; the others wait for the next one. */
  static final int AT_ONCE = 40;

  /** After a restart nobody is fetched all at once. */
  private static final Duration SPREAD = Duration.ofMinutes(10);

  /** Whoever could not be fetched is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(CloudShift.class);

  private final CloudFolders folders;
  private final Duration idle;
  private final Rota rota;
  private final InstantSource clock;
  private final RandomGenerator chance;
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("shift").daemon().factory());

  // Guarded by this. An alarm counts only as long as it is the tenant's present one.
  private final PriorityQueue<Alarm> queue = new PriorityQueue<>(Comparator.comparing(Alarm::at));
  private final Map<Tenant, Instant> alarms = new HashMap<>();

  private record Alarm(Instant at, Tenant tenant) {}

  CloudShift(
      CloudFolders folders, Duration idle, Rota rota, InstantSource clock, RandomGenerator chance) {
    this.folders = folders;
    this.idle = idle;
    this.rota = rota;
    this.clock = clock;
    this.chance = chance;
  }

  /** Begins to look now and then. */
  void start() {
    beat.execute(this::read);
    // Runs until it is closed.
    var _ =
        beat.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Learns when everybody's next thing is due. */
  void read() {
    Instant now = clock.instant();
    try {
      folders.forEach(
          tenant ->
              due(tenant)
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

  /** Fetches whose next thing is due, and has those leave who did nothing for a while. */
  void look() {
    try {
      fetch();
      leave();
    } catch (RuntimeException notNow) {
      LOG.warn("Who is due could not be looked at", notNow);
    }
  }

  private void fetch() {
    Instant now = clock.instant();
    for (int i = 0; i < AT_ONCE; i++) {
      Optional<Tenant> due = next(now);
      if (due.isEmpty()) {
        return;
      }
      try {
        rota.tenants().arrive(due.get());
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

  private void leave() {
    rota.tenants()
        .leaveIdle(idle, tenant -> tenant.calling(() -> rota.working().getAsBoolean()))
        .forEach(this::left);
  }

  private void left(Tenant tenant) {
    Optional<Instant> next;
    try {
      next = tenant.calling(() -> rota.next().get());
    } catch (RuntimeException unknown) {
      LOG.warn("It is not known when the next thing of {} is due", tenant.id(), unknown);
      next = Optional.of(clock.instant().plus(AGAIN));
    }
    next.ifPresent(at -> alarm(tenant, at));
    write(tenant, next);
  }

  private synchronized void alarm(Tenant tenant, Instant at) {
    alarms.put(tenant, at);
    queue.add(new Alarm(at, tenant));
  }

  /** How many wait to be fetched at some time. */
  synchronized int waiting() {
    return alarms.size();
  }

  private static void write(Tenant tenant, Optional<Instant> next) {
    Path file = tenant.data().resolve(FILE);
    try {
      if (next.isPresent()) {
        Files.writeString(file, next.get().toString());
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      LOG.warn("When the next thing of {} is due could not be noted", tenant.id(), failed);
    }
  }

  private Optional<Instant> due(Tenant tenant) {
    Path file = tenant.data().resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(Instant.parse(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | java.time.format.DateTimeParseException odd) {
      // Cut off while it was written: whoever looks finds out.
      return Optional.of(clock.instant());
    }
  }

  @Override
  public void close() {
    beat.shutdownNow();
  }
}
