package dev.peregrine.host.discovery;

import dev.peregrine.host.discovery.DiscoveryMapper.BoardRow;
import dev.peregrine.host.discovery.DiscoveryMapper.RunRow;
import dev.peregrine.host.storage.Databases;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs in the current tenant's database. */
final class RunStore {

  static final String ENDED =
      "Peregrine ended before this board was read to its end. What it had shown is kept.";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Databases databases;
  private final InstantSource clock;

  RunStore(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** Notes that a run of a task began. */
  long add(long task, String label, List<String> profiles, Instant started) {
    return added(task, label, profiles, started);
  }

  /** Notes a run for which no task searches. */
  long add(String label, List<String> profiles, Instant started) {
    return added(null, label, profiles, started);
  }

  private long added(@Nullable Long task, String label, List<String> profiles, Instant started) {
    String names = JSON.writeValueAsString(profiles);
    return databases
        .current()
        .write(mappers -> mappers.of(DiscoveryMapper.class).addRun(task, label, names, started));
  }

  void save(long run, List<BoardOutcome> outcomes) {
    Instant now = clock.instant();
    databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(DiscoveryMapper.class);
              outcomes.forEach(outcome -> mapper.saveBoard(run, row(outcome, now)));
              return run;
            });
  }

  void finish(long run, List<BoardOutcome> outcomes) {
    Instant now = clock.instant();
    databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(DiscoveryMapper.class);
              outcomes.forEach(outcome -> mapper.saveBoard(run, row(outcome, now)));
              mapper.finishRun(run, now);
              return run;
            });
  }

  /** Ends runs that no thread works on any more, because the program ended in the middle. */
  void finishLeftovers(List<Long> live) {
    Instant now = clock.instant();
    boolean any =
        databases.current().read(mappers -> mappers.of(DiscoveryMapper.class).unfinished()).stream()
            .anyMatch(run -> !live.contains(run.id()));
    if (!any) {
      return;
    }
    databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(DiscoveryMapper.class);
              for (RunRow run : mapper.unfinished()) {
                if (!live.contains(run.id())) {
                  mapper.stopBoards(run.id(), ENDED, now);
                  mapper.finishRun(run.id(), now);
                }
              }
              return now;
            });
  }

  Optional<RunView> latest(UnaryOperator<String> names) {
    return databases
        .current()
        .read(
            mappers -> {
              var mapper = mappers.of(DiscoveryMapper.class);
              return mapper.latest().map(run -> view(run, mapper, names));
            });
  }

  Optional<RunView> byTask(long task, UnaryOperator<String> names) {
    return databases
        .current()
        .read(
            mappers -> {
              var mapper = mappers.of(DiscoveryMapper.class);
              return mapper.byTask(task).map(run -> view(run, mapper, names));
            });
  }

  private static RunView view(RunRow run, DiscoveryMapper mapper, UnaryOperator<String> names) {
    var boards = new ArrayList<BoardOutcome>();
    for (BoardRow row : mapper.boards(run.id())) {
      boards.add(
          new BoardOutcome(
              row.board(),
              names.apply(row.board()),
              OutcomeState.of(row.state()),
              row.found(),
              row.kept(),
              row.hidden(),
              row.sentence(),
              number(row.done()),
              number(row.total()),
              hiddenBy(row.hiddenBy())));
    }
    boards.sort(Comparator.comparing(BoardOutcome::name, String.CASE_INSENSITIVE_ORDER));
    return new RunView(
        run.id(),
        run.task() == null ? 0 : run.task(),
        run.label(),
        run.started(),
        Optional.ofNullable(run.finished()),
        boards);
  }

  private static BoardRow row(BoardOutcome outcome, Instant now) {
    return new BoardRow(
        outcome.board(),
        outcome.state().key(),
        outcome.found(),
        outcome.kept(),
        outcome.hidden(),
        JSON.writeValueAsString(outcome.hiddenBy()),
        outcome.sentence(),
        outcome.done().isPresent() ? outcome.done().getAsInt() : null,
        outcome.total().isPresent() ? outcome.total().getAsInt() : null,
        now);
  }

  private static Map<String, Integer> hiddenBy(String json) {
    return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Integer>>() {});
  }

  private static OptionalInt number(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
