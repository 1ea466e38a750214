package dev.peregrine.host.schedules;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.schedules.ScheduleMapper.ScheduleData;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins what recurs, for the current tenant. Somebody calls {@link #tick} now and then; what came
 * due meanwhile is begun once, however long nobody called and however often it would have been.
 * Each run is taken in the database before it is begun, so that it is begun once at most, also
 * where two programs share a tenant.
 */
public final class Schedules {

  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

  private final Databases databases;
  private final Supplier<Rules> rules;
  private final Live live;
  private final InstantSource clock;
  private final RandomGenerator chance;
  private final List<Recurrence> all = new CopyOnWriteArrayList<>();

  /**
   * @param rules of the current tenant, asked for anew each time
   * @param chance of how much later than planned a run begins
   */
  public Schedules(
      Databases databases,
      Supplier<Rules> rules,
      Live live,
      InstantSource clock,
      RandomGenerator chance) {
    this.databases = databases;
    this.rules = rules;
    this.live = live;
    this.clock = clock;
    this.chance = chance;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ScheduleMapper.class);
  }

  /** Adds what recurs. */
  public void register(Recurrence recurrence) {
    all.add(recurrence);
  }

  /** Begins what is due. Never fails: what cannot be begun is logged and shown. */
  public void tick() {
    try {
      Rules now = rules.get();
      Map<String, ScheduleData> stored = stored();
      var known = new ArrayList<String>();
      boolean allKnown = true;
      for (Recurrence each : all) {
        allKnown &= tick(each, now, stored, known);
      }
      if (allKnown) {
        forget(stored.keySet().stream().filter(key -> !known.contains(key)).toList());
      }
    } catch (RuntimeException notNow) {
      LOG.warn("What recurs could not be looked at", notNow);
    }
  }

  /** False where it could not even be said what recurs. */
  private boolean tick(
      Recurrence recurrence, Rules now, Map<String, ScheduleData> stored, List<String> known) {
    List<Recurring> current;
    try {
      current = recurrence.current();
    } catch (RuntimeException unknown) {
      LOG.warn("It is not known what recurs: {}", String.valueOf(unknown.getMessage()));
      return false;
    }
    var due = new ArrayList<Recurring>();
    for (Recurring each : current) {
      if (each.timing().isOn()) {
        known.add(each.key());
        if (take(each, now, stored.get(each.key()))) {
          due.add(each);
        }
      }
    }
    if (!due.isEmpty()) {
      begin(recurrence, due);
    }
    return true;
  }

  private void begin(Recurrence recurrence, List<Recurring> due) {
    try {
      recurrence.begin(List.copyOf(due));
    } catch (RuntimeException failed) {
      LOG.warn("{} could not be begun", due.getFirst().title(), failed);
      String problem = String.valueOf(failed.getMessage());
      write(mapper -> due.forEach(each -> mapper.failed(each.key(), problem)));
    }
    live.changed(Tenant.current().id(), "schedules");
  }

  /** Whether it is due, and this program is the one to begin it; the next run is then planned. */
  private boolean take(Recurring recurring, Rules now, @Nullable ScheduleData stored) {
    Instant moment = clock.instant();
    Optional<Instant> next = next(recurring.timing(), moment, now);
    if (next.isEmpty()) {
      return false;
    }
    boolean planned = isPlanned(recurring, now, stored, next.get());
    if (planned && stored != null && moment.toEpochMilli() < stored.due()) {
      return false;
    }
    long due = due(recurring, now, next.get()).toEpochMilli();
    if (!planned || stored == null) {
      write(
          mapper ->
              mapper.plan(recurring.key(), basis(recurring, now), next.get().toEpochMilli(), due));
      live.changed(Tenant.current().id(), "schedules");
      return false;
    }
    // A program that slept through the quiet hours' beginning must not begin in their middle.
    if (recurring.goesOut() && !release(now, moment).equals(moment)) {
      return false;
    }
    return databases
        .current()
        .write(
            mappers ->
                mappers
                        .of(ScheduleMapper.class)
                        .take(
                            recurring.key(),
                            stored.due(),
                            next.get().toEpochMilli(),
                            due,
                            moment.toEpochMilli())
                    == 1);
  }

  /**
   * Whether what is stored holds. It does not where the timing is another now, or the clock was put
   * back since: then the stored time lies farther away than the next one.
   */
  private static boolean isPlanned(
      Recurring recurring, Rules now, @Nullable ScheduleData stored, Instant next) {
    return stored != null
        && stored.basis().equals(basis(recurring, now))
        && stored.planned() <= next.toEpochMilli();
  }

  /** All that recurs, what comes first first; what is off last. */
  public List<Upcoming> upcoming() {
    Rules now = rules.get();
    Map<String, ScheduleData> stored = stored();
    Instant moment = clock.instant();
    return all.stream()
        .flatMap(each -> each.current().stream())
        .map(each -> upcoming(each, now, stored.get(each.key()), moment))
        .sorted(
            Comparator.comparing(
                (Upcoming each) -> each.next().orElse(Instant.MAX), Comparator.naturalOrder()))
        .toList();
  }

  private static Upcoming upcoming(
      Recurring recurring, Rules now, @Nullable ScheduleData stored, Instant moment) {
    Optional<Instant> next = next(recurring.timing(), moment, now);
    Optional<Instant> planned =
        next.filter(first -> isPlanned(recurring, now, stored, first))
            .flatMap(first -> Optional.ofNullable(stored))
            .map(row -> Instant.ofEpochMilli(row.planned()))
            .map(first -> first.isBefore(moment) ? moment : first)
            .or(() -> next)
            .map(first -> recurring.goesOut() ? release(now, first) : first);
    return new Upcoming(
        recurring,
        planned,
        Optional.ofNullable(stored).map(ScheduleData::lastRun).map(Instant::ofEpochMilli),
        stored == null ? "" : stored.problem());
  }

  /** When the first of one source comes; empty where all are off. */
  public Optional<Upcoming> first(String source) {
    return upcoming().stream()
        .filter(each -> each.recurring().key().startsWith(source + ":"))
        .filter(each -> each.next().isPresent())
        .findFirst();
  }

  /**
   * When a timing would come next.
   *
   * @param goesOut whether it keeps the quiet hours
   * @return so many moments; fewer where fewer come
   */
  public List<Instant> next(Timing timing, boolean goesOut, int count) {
    Rules now = rules.get();
    var moments = new ArrayList<Instant>();
    Instant at = clock.instant();
    // What falls into one night comes together at its end.
    for (int i = 0; i < 200 && moments.size() < count; i++) {
      Optional<Instant> next = next(timing, at, now);
      if (next.isEmpty()) {
        return moments;
      }
      at = next.get();
      Instant released = goesOut ? release(now, at) : at;
      if (moments.isEmpty() || !moments.getLast().equals(released)) {
        moments.add(released);
      }
    }
    return moments;
  }

  private static Optional<Instant> next(Timing timing, Instant after, Rules now) {
    return timing.cron().flatMap(cron -> CronTimes.after(cron, after, now.zone()));
  }

  private Instant due(Recurring recurring, Rules now, Instant planned) {
    Instant released = recurring.goesOut() ? release(now, planned) : planned;
    long most = recurring.jitter().toSeconds();
    return most == 0 ? released : released.plus(Duration.ofSeconds(chance.nextLong(most + 1)));
  }

  private static Instant release(Rules now, Instant moment) {
    return now.quiet().map(hours -> hours.release(moment, now.zone())).orElse(moment);
  }

  private static String basis(Recurring recurring, Rules now) {
    String quiet = recurring.goesOut() ? now.quiet().map(QuietHours::toString).orElse("") : "";
    return recurring.timing().text() + " | " + now.zone() + " | " + quiet;
  }

  private Map<String, ScheduleData> stored() {
    return databases.current().read(mappers -> mappers.of(ScheduleMapper.class).all()).stream()
        .collect(Collectors.toMap(ScheduleData::key, Function.identity()));
  }

  private void forget(List<String> keys) {
    if (!keys.isEmpty()) {
      write(mapper -> keys.forEach(mapper::forget));
    }
  }

  private void write(java.util.function.Consumer<ScheduleMapper> work) {
    databases
        .current()
        .write(
            mappers -> {
              work.accept(mappers.of(ScheduleMapper.class));
              return true;
            });
  }
}
