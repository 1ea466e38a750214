package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.tasks.TaskFailedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs of boards that were never asked: what each showed is told. */
record Retelling(
    Jobs jobs,
    Plan.Maker planner,
    BoardNames names,
    Health health,
    RunStore store,
    InstantSource clock) {

  Map<String, Long> run(Map<String, List<Posting>> shown) throws TaskFailedException {
    Plan plan = planner.plan(new RunParams(List.of(), List.of()));
    Instant now = clock.instant();
    long run = store.add(plan.label(), plan.profiles(), now);
    var ids = new HashMap<String, Long>();
    for (Map.Entry<BoardLine, Optional<Errand>> each : plan.boards().entrySet()) {
      BoardLine line = each.getKey();
      Optional<Errand> errand = each.getValue();
      List<Posting> postings = shown.getOrDefault(line.board(), List.of());
      line.reading();
      ids.putAll(take(run, line, errand.map(one -> one.searches().getFirst()), postings));
      BoardQuery query =
          errand
              .map(one -> one.searches().getFirst().query())
              .orElseGet(() -> BoardQuery.all(Math.max(1, postings.size())));
      line.over(OutcomeState.DONE, same -> Sentences.read(same, query, names));
      errand.ifPresent(one -> line.read(now).ifPresent(read -> line.warn(health.noted(one, read))));
    }
    store.finish(run, plan.lines().stream().map(BoardLine::outcome).toList());
    return ids;
  }

  private Map<String, Long> take(
      long run, BoardLine line, Optional<Errand.Search> search, List<Posting> postings) {
    postings.forEach(line::shown);
    List<Found> found =
        postings.stream()
            .map(
                posting ->
                    new Found(
                        posting,
                        line.board(),
                        OptionalLong.of(run),
                        search.flatMap(one -> one.hides(posting))))
            .toList();
    List<Stored> stored = jobs.store(found);
    var ids = new HashMap<String, Long>();
    for (int at = 0; at < found.size(); at++) {
      line.stored(stored.get(at), found.get(at).hidden());
      ids.put(found.get(at).posting().nativeId(), stored.get(at).job());
    }
    return ids;
  }
}
