package dev.peregrine.host.reminders;

import dev.peregrine.host.config.Cadence;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is due for the current tenant's person. Most of it follows from how things stand and is
 * stored nowhere; stored is what the person noted, and what became of each.
 */
public final class Reminders {

  /** The topic of {@link Live} that is told when one is noted, done or put off. */
  public static final String TOPIC = "reminders";

  private static final Comparator<Reminder> SMALLEST_FIRST =
      Comparator.comparingInt(Reminder::minutes)
          .thenComparing(Reminder::due)
          .thenComparing(Reminder::key);
  private static final int SHOWN = 50;
  private static final Duration KEPT = Duration.ofDays(400);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;
  private final OwnReminders own;
  private final Silences silences;
  private final List<ReminderSource> sources = new CopyOnWriteArrayList<>();

  public Reminders(
      Databases databases,
      Live live,
      InstantSource clock,
      Supplier<Cadence> cadence,
      Jobs jobs,
      Contacts contacts,
      Rounds rounds) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
    this.own = new OwnReminders(databases, live, clock);
    this.silences = new Silences(jobs, contacts, rounds, cadence, this::doneOf, this::owed);
    add(own);
    add(silences);
    add(new AroundRounds(jobs, rounds, cadence));
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ReminderMapper.class);
  }

  /** Adds somebody who knows what is due; called while the program is wired. */
  public void add(ReminderSource source) {
    sources.add(source);
  }

  /** What the person noted. */
  public OwnReminders own() {
    return own;
  }

  /**
   * What is due, what takes least time first; without what is done or put off. All silences that
   * suggest to close an application stand last but for the longest.
   *
   * @param now in the person's zone
   */
  public List<Reminder> due(ZonedDateTime now) {
    Collection<Reminder> all =
        sources.stream()
            .flatMap(source -> source.due(now).stream())
            .collect(
                Collectors.toMap(
                    Reminder::key, Function.identity(), (one, other) -> other, LinkedHashMap::new))
            .values();
    if (all.isEmpty()) {
      return List.of();
    }
    Set<String> settled =
        settled(all.stream().map(Reminder::key).collect(Collectors.toSet()), now.toInstant())
            .map(ReminderMapper.StateRow::key)
            .collect(Collectors.toSet());
    return endingLast(
        all.stream()
            .filter(reminder -> !settled.contains(reminder.key()))
            .sorted(SMALLEST_FIRST)
            .toList());
  }

  /** Of many silences the longest is enough: the others would bury what leads somewhere. */
  private static List<Reminder> endingLast(List<Reminder> sorted) {
    List<Reminder> closing =
        sorted.stream().filter(each -> each.kind() == Reminder.Kind.CLOSE).skip(1).toList();
    return Stream.concat(sorted.stream().filter(each -> !closing.contains(each)), closing.stream())
        .toList();
  }

  private Set<String> owed(Instant now) {
    return sources.stream()
        .flatMap(source -> source.owed(now).stream())
        .collect(Collectors.toSet());
  }

  private Set<String> doneOf(Set<String> keys) {
    return keys.isEmpty()
        ? keys
        : settled(keys, clock.instant())
            .filter(row -> row.until() == null)
            .map(ReminderMapper.StateRow::key)
            .collect(Collectors.toSet());
  }

  private Stream<ReminderMapper.StateRow> settled(Set<String> keys, Instant now) {
    String json = JSON.writeValueAsString(keys);
    return read(mapper -> mapper.settled(json, now.toEpochMilli())).stream();
  }

  /** How long there was no sign from the employer, of those of the jobs that wait for one. */
  public Map<Long, Quiet> quiet(Collection<Long> jobs) {
    return jobs.isEmpty() ? Map.of() : silences.quiet(jobs, clock.instant());
  }

  /** Marks as done what is due under that key. */
  public Optional<Reminder> done(String key, ZonedDateTime now) {
    return settle(key, now, null);
  }

  /** Puts off what is due under that key. */
  public Optional<Reminder> snooze(String key, ZonedDateTime now, Instant until) {
    return settle(key, now, until.toEpochMilli());
  }

  private Optional<Reminder> settle(String key, ZonedDateTime now, @Nullable Long until) {
    Optional<Reminder> found = due(now).stream().filter(each -> each.key().equals(key)).findFirst();
    found.ifPresent(
        reminder -> {
          write(
              mapper -> {
                mapper.forgetStates(clock.instant().minus(KEPT).toEpochMilli());
                mapper.settle(key, until, reminder.title(), clock.millis());
                return key;
              });
          changed();
        });
    return found;
  }

  /** Takes back that something is done or put off. */
  public boolean undo(String key) {
    boolean undone = write(mapper -> mapper.unsettle(key) == 1);
    changed();
    return undone;
  }

  /** What was done since then, the latest first. */
  public List<Settled> doneSince(Instant from) {
    return read(mapper -> mapper.doneSince(from.toEpochMilli(), SHOWN)).stream()
        .map(Reminders::settled)
        .toList();
  }

  /** What was put off and comes back, the first first. */
  public List<Settled> asleep() {
    return read(mapper -> mapper.asleep(clock.millis(), SHOWN)).stream()
        .map(Reminders::settled)
        .toList();
  }

  private static Settled settled(ReminderMapper.StateRow row) {
    return new Settled(
        row.key(),
        row.title(),
        Optional.ofNullable(row.until()).map(Instant::ofEpochMilli),
        Instant.ofEpochMilli(row.at()));
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }

  private <T> T read(Function<ReminderMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(ReminderMapper.class)));
  }

  private <T> T write(Function<ReminderMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(ReminderMapper.class)));
  }
}
