package dev.peregrine.host.shares;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what tenants have by the day, in UTC. It stands in their database, so that it is the same
 * after a restart and wherever they are worked for; a little of it is written late.
 */
public final class Meter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
  private static final int DAYS_KEPT = 31;

  private final Databases databases;
  private final InstantSource clock;
  private final Map<Tenant, Counts> tenants = new ConcurrentHashMap<>();

  /** One tenant's; guarded by itself. */
  private static final class Counts {
    private LocalDate day = LocalDate.MIN;
    private final Map<Counted, Long> amounts = new EnumMap<>(Counted.class);
    private final Map<Counted, Long> unwritten = new EnumMap<>(Counted.class);
  }

  public Meter(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(UsedMapper.class);
  }

  /** How much the current tenant had today. */
  public long today(Counted what) {
    Counts counts = counts();
    synchronized (counts) {
      return amount(counts, what);
    }
  }

  /** The current tenant had so much more. Nothing fails because it cannot be written. */
  public void add(Counted what, long more) {
    Counts counts = counts();
    synchronized (counts) {
      counts.amounts.put(what, amount(counts, what) + more);
      if (counts.unwritten.merge(what, more, Long::sum) >= what.unwritten()) {
        write(counts);
      }
    }
  }

  /** How long it is until everybody has a whole share again. */
  public Duration untilTomorrow() {
    return Duration.between(
        clock.instant(), today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Writes what is not written, for a tenant who leaves. */
  public void leave(Tenant tenant) {
    Counts counts = tenants.remove(tenant);
    if (counts != null) {
      synchronized (counts) {
        tenant.run(() -> write(counts));
      }
    }
  }

  /** Writes everybody's. */
  @Override
  public void close() {
    List.copyOf(tenants.keySet()).forEach(this::leave);
  }

  private Counts counts() {
    return tenants.computeIfAbsent(Tenant.current(), first -> new Counts());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private long amount(Counts counts, Counted what) {
    LocalDate today = today();
    if (!counts.day.equals(today)) {
      write(counts);
      counts.amounts.clear();
      counts.day = today;
    }
    return counts.amounts.computeIfAbsent(
        what,
        first ->
            databases
                .current()
                .read(mappers -> mappers.of(UsedMapper.class).of(today.toString(), what.key())));
  }

  private void write(Counts counts) {
    if (counts.unwritten.isEmpty()) {
      return;
    }
    String day = counts.day.toString();
    try {
      databases
          .current()
          .write(
              mappers -> {
                UsedMapper used = mappers.of(UsedMapper.class);
                counts.unwritten.forEach((what, more) -> used.add(day, what.key(), more));
                return used.forgetBefore(counts.day.minusDays(DAYS_KEPT).toString());
              });
      counts.unwritten.clear();
    } catch (RuntimeException later) {
      LOG.warn("What {} had of their share was not written", Tenant.current().id(), later);
    }
  }
}
