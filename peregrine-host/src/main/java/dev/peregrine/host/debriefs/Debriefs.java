package dev.peregrine.host.debriefs;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the current tenant's person says of rounds that are over. */
public final class Debriefs {

  /** The topic of {@link Live} that is told when a debrief changes. */
  public static final String TOPIC = "debriefs";

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /** Stored, or the same as before. */
    record Done(Debrief debrief) implements Saving {}

    /** Somebody saved in between; nothing was stored. */
    record Overtaken(Debrief inUse) implements Saving {}
  }

  public Debriefs(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(DebriefMapper.class);
  }

  /** What was said of a round. */
  public Optional<Debrief> of(long round) {
    return read(mapper -> mapper.find(round)).map(Debriefs::debrief);
  }

  /** What was said of some rounds, by round; those without are left out. */
  public Map<Long, Debrief> of(Collection<Long> rounds) {
    String ids = rounds.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    return read(mapper -> mapper.of(ids)).stream()
        .map(Debriefs::debrief)
        .collect(Collectors.toMap(Debrief::round, Function.identity()));
  }

  /** The latest ones. */
  public List<Debrief> recent(int most) {
    return read(mapper -> mapper.recent(most)).stream().map(Debriefs::debrief).toList();
  }

  /**
   * Stores what is said of a round, unless somebody did since that version was looked at. One that
   * says nothing takes the stored one away.
   *
   * @param seen 0 where there was none
   */
  public Saving save(Debrief said, int seen) {
    Saving end =
        write(
            mapper -> {
              Debrief inUse =
                  mapper
                      .find(said.round())
                      .map(Debriefs::debrief)
                      .orElseGet(() -> nothing(said.round()));
              if (said.says(inUse)) {
                return new Saving.Done(inUse);
              }
              if (inUse.version() != seen) {
                return new Saving.Overtaken(inUse);
              }
              if (said.isEmpty()) {
                mapper.remove(said.round());
                return new Saving.Done(nothing(said.round()));
              }
              mapper.save(row(said, clock.millis()));
              return new Saving.Done(debrief(mapper.find(said.round()).orElseThrow()));
            });
    live.changed(Tenant.current().id(), TOPIC);
    return end;
  }

  private static Debrief nothing(long round) {
    return Debrief.of(round, List.of(), "", List.of(), OptionalInt.empty());
  }

  private static DebriefMapper.Row row(Debrief said, long at) {
    return new DebriefMapper.Row(
        said.round(),
        String.join("\n", said.asked()),
        said.well(),
        String.join("\n", said.prepare()),
        said.mood().isPresent() ? said.mood().getAsInt() : null,
        0,
        at);
  }

  private static Debrief debrief(DebriefMapper.Row row) {
    Integer mood = row.mood();
    return new Debrief(
        row.round(),
        row.asked().lines().toList(),
        row.well(),
        row.prepare().lines().toList(),
        mood == null ? OptionalInt.empty() : OptionalInt.of(mood),
        row.version(),
        Instant.ofEpochMilli(row.changed()));
  }

  private <T> T read(Function<DebriefMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(DebriefMapper.class)));
  }

  private <T> T write(Function<DebriefMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(DebriefMapper.class)));
  }
}
