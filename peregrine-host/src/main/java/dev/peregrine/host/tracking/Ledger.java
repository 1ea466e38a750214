package dev.peregrine.host.tracking;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.tracking.TrackingMapper.TrackerRowData;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The current tenant's plans, how it stands with them, and what happened. */
final class Ledger {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration KEPT = Duration.ofDays(180);
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

  private final Databases databases;
  private final Supplier<String> unguessable;
  private final InstantSource clock;

  /**
   * @param unguessable makes what ids of this tenant begin with
   */
  Ledger(Databases databases, Supplier<String> unguessable, InstantSource clock) {
    this.databases = databases;
    this.unguessable = unguessable;
    this.clock = clock;
  }

  List<String> keys() {
    return read(TrackingMapper::keys);
  }

  Optional<TrackerState> state(String key) {
    return read(mapper -> mapper.find(key)).map(Ledger::state);
  }

  private static TrackerState state(TrackerRowData data) {
    Optional<Trouble> trouble =
        Optional.ofNullable(data.failingSince())
            .map(
                since ->
                    new Trouble(
                        Instant.ofEpochMilli(since),
                        data.failures(),
                        Optional.ofNullable(data.until()).map(Instant::ofEpochMilli),
                        data.problem()));
    return new TrackerState(
        data.integration(),
        JSON.readValue(data.plan(), Plan.class),
        data.version(),
        Optional.ofNullable(data.pushed()).map(Instant::ofEpochMilli),
        JSON.readValue(data.remarks(), STRINGS),
        Set.copyOf(JSON.readValue(data.lost(), STRINGS)),
        trouble,
        Optional.ofNullable(data.trial()).map(trial -> JSON.readValue(trial, Trial.class)),
        Optional.ofNullable(data.pullPoint()));
  }

  /**
   * Keeps what the person wants.
   *
   * @param seen the version that they saw; 0 where there was none
   * @return false where another window saved since
   */
  boolean save(String key, Plan plan, long seen) {
    return write(
        mapper -> {
          Optional<TrackerState> before = mapper.find(key).map(Ledger::state);
          if (before.map(TrackerState::version).orElse(0L) != seen) {
            return false;
          }
          mapper.save(key, JSON.writeValueAsString(plan));
          boolean otherRead =
              before
                  .filter(
                      was ->
                          was.plan().target().equals(plan.target())
                              && was.plan().own().equals(plan.own()))
                  .isEmpty();
          if (otherRead) {
            mapper.forgetPullPoint(key);
          }
          return true;
        });
  }

  /** Notes a table as it was just seen, unless the person changed what they want meanwhile. */
  void seen(TrackerState before, Fit fit) {
    write(
        mapper -> {
          mapper.seen(
              before.key(),
              before.version(),
              JSON.writeValueAsString(fit.plan()),
              JSON.writeValueAsString(fit.remarks()),
              JSON.writeValueAsString(fit.lost()));
          return true;
        });
  }

  void pushed(String key) {
    write(
        mapper -> {
          mapper.pushed(key, clock.millis());
          mapper.forgetLog(clock.millis() - KEPT.toMillis());
          return true;
        });
  }

  void failed(String key, Optional<Instant> until, String problem) {
    write(
        mapper -> {
          mapper.failed(
              key,
              clock.millis(),
              until.map(Instant::toEpochMilli).orElse(null),
              problem.isBlank() ? "It failed without saying why." : problem);
          return true;
        });
  }

  void works(String key) {
    write(
        mapper -> {
          mapper.works(key);
          return true;
        });
  }

  void tried(String key, Trial trial) {
    write(
        mapper -> {
          mapper.tried(key, JSON.writeValueAsString(trial));
          return true;
        });
  }

  void pulled(String key, String point) {
    write(
        mapper -> {
          mapper.pulled(key, point);
          return true;
        });
  }

  /** What ids elsewhere begin with. */
  String space() {
    return read(TrackingMapper::space)
        .orElseGet(
            () ->
                write(
                    mapper -> {
                      mapper.nameSpace(unguessable.get());
                      return mapper.space().orElseThrow();
                    }));
  }

  /** What happened, the last first; of one job where one is named. */
  List<LogEntry> log(String key, Optional<Long> job, Optional<Long> before, int most) {
    return read(mapper -> mapper.log(key, job.orElse(null), before.orElse(null), most)).stream()
        .map(
            data ->
                new LogEntry(
                    data.id(),
                    data.job(),
                    Instant.ofEpochMilli(data.at()),
                    data.what(),
                    data.detail()))
        .toList();
  }

  /** What is known of the rows of one table. */
  TableBook book(String key, String target) {
    return new TableBook(databases, key, target, clock);
  }

  private <T> T read(Function<TrackingMapper, T> work) {
    return databases.current().read(mappers -> work.apply(of(mappers)));
  }

  private <T> T write(Function<TrackingMapper, T> work) {
    return databases.current().write(mappers -> work.apply(of(mappers)));
  }

  private static TrackingMapper of(Mappers mappers) {
    return mappers.of(TrackingMapper.class);
  }
}
