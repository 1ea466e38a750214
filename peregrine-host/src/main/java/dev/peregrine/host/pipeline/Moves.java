package dev.peregrine.host.pipeline;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.JobEventMapper.ChangedData;
import dev.peregrine.host.pipeline.JobEventMapper.UndoableData;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decisions over jobs, and taking them back. Events are the truth; the stage of a job is written
 * along in the same transaction.
 */
final class Moves {

  private final JobEventMapper events;
  private final Instant now;

  Moves(Mappers mappers, Instant now) {
    this.events = mappers.of(JobEventMapper.class);
    this.now = now;
  }

  /** Of those that still stand where they were seen. */
  Move move(Map<Long, Stage> seen, Decision decision) {
    return move(events.stillThere(StoredText.pairs(pairs(seen))), decision);
  }

  Move move(Collection<Long> ids, Decision decision) {
    Stage to = decision.to();
    @Nullable String ending = decision.ending().map(Ending::key).orElse(null);
    @Nullable String endedAt = decision.endedAtKey();
    List<ChangedData> changed = events.changedBy(StoredText.ids(ids), to.key(), ending, endedAt);
    if (changed.isEmpty()) {
      return nothing(to);
    }
    String json = ids(changed);
    long batch = events.nextBatch();
    events.decided(
        json,
        now.toEpochMilli(),
        "moved",
        to.key(),
        decision.reason().orElse(null),
        ending,
        decision.happened().map(Instant::toEpochMilli).orElse(null),
        batch);
    events.move(json, to.key());
    if (ending != null || endedAt != null) {
      events.end(json, ending, endedAt);
    }
    return made(batch, changed, to, Wording.moved(to, ending, jobs(changed)));
  }

  Move show(Collection<Long> ids) {
    List<ChangedData> changed = events.hiddenOf(StoredText.ids(ids));
    if (changed.isEmpty()) {
      return nothing(Stage.PENDING);
    }
    String json = ids(changed);
    long batch = events.nextBatch();
    events.decided(json, now.toEpochMilli(), "shown", null, null, null, null, batch);
    events.show(json);
    return made(batch, changed, Stage.PENDING, Wording.shown(jobs(changed)));
  }

  /** Takes the last decision back that still stands. */
  Optional<Move> undo() {
    long batch = Long.MAX_VALUE;
    while ((batch = events.lastToUndo(batch)) != 0) {
      Optional<Move> undone = undo(batch);
      if (undone.isPresent()) {
        return undone;
      }
    }
    return Optional.empty();
  }

  Optional<Move> undo(long batch) {
    List<UndoableData> standing = events.toUndo(batch);
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    String json = StoredText.ids(standing.stream().map(UndoableData::id).toList());
    events.takeBack(json);
    events.undone(json, now.toEpochMilli());
    events.markUndone(json);
    UndoableData first = standing.getFirst();
    String jobs = Wording.jobs(standing.size(), first.title(), first.company());
    Stage to = Stage.of(first.toStage());
    return Optional.of(
        new Move(
            batch,
            standing.stream().map(UndoableData::job).toList(),
            to,
            standing.stream().map(event -> Stage.of(event.fromStage())).toList(),
            Wording.undone(
                first.kind().equals("shown")
                    ? Wording.shown(jobs)
                    : Wording.moved(to, first.ending(), jobs))));
  }

  private static Move made(long batch, List<ChangedData> changed, Stage to, String label) {
    return new Move(
        batch,
        changed.stream().map(ChangedData::id).toList(),
        to,
        changed.stream().map(job -> Stage.of(job.stage())).toList(),
        label);
  }

  private static List<List<String>> pairs(Map<Long, Stage> seen) {
    return seen.entrySet().stream()
        .map(job -> List.of(Long.toString(job.getKey()), job.getValue().key()))
        .toList();
  }

  private static Move nothing(Stage to) {
    return new Move(0, List.of(), to, List.of(), t("pipeline.nothing"));
  }

  private static String ids(List<ChangedData> changed) {
    return StoredText.ids(changed.stream().map(ChangedData::id).toList());
  }

  private static String jobs(List<ChangedData> changed) {
    return Wording.jobs(changed.size(), changed.getFirst().title(), changed.getFirst().company());
  }
}
