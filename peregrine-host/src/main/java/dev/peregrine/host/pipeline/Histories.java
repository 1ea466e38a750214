package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.VerdictMapper.StandingData;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores postings with their past. Where a job is here already, the stage that is further counts:
 * nothing that was reached is taken back, and no step is told twice.
 */
final class Histories {

  /** The name under which scores of another program are kept until ours are there. */
  private static final String SCORER = "earlier";

  private final Mappers mappers;
  private final JobEventMapper events;
  private final VerdictMapper standing;
  private final Instant now;

  private record Seen(long at, String stage) {}

  Histories(Mappers mappers, Instant now) {
    this.mappers = mappers;
    this.events = mappers.of(JobEventMapper.class);
    this.standing = mappers.of(VerdictMapper.class);
    this.now = now;
  }

  List<Brought.Settled> store(List<Brought> brought, List<Prepared> prepared) {
    List<Stored> stored = new Ingest(mappers, now).store(prepared);
    List<Brought.Settled> settled = new ArrayList<>();
    for (int at = 0; at < stored.size(); at++) {
      settled.add(settle(brought.get(at), stored.get(at)));
    }
    return settled;
  }

  private Brought.Settled settle(Brought brought, Stored stored) {
    boolean isNew = stored instanceof Stored.New;
    StandingData present = standing.standing(stored.job());
    boolean goes = present != null && isFurther(brought, present);
    if (goes) {
      go(stored.job(), brought, isNew);
    }
    if (isNew && brought.note().isPresent()) {
      events.noteEntered(stored.job(), brought.note().get());
    }
    if (isNew && brought.score().isPresent()) {
      new Scores(mappers, SCORER, "")
          .save(Map.of(stored.job(), brought.score().get()), Map.of(), brought.found());
    }
    boolean noted = brought.note().isEmpty() || isNew || goes;
    return new Brought.Settled(stored, goes && !isNew, noted);
  }

  private void go(long job, Brought brought, boolean isNew) {
    List<JobEventMapper.EventData> before =
        events.of(job).stream()
            .filter(event -> event.kind().equals("moved") && event.toStage() != null)
            .toList();
    Set<Seen> told =
        before.stream()
            .map(event -> new Seen(event.at(), String.valueOf(event.toStage())))
            .collect(Collectors.toSet());
    Set<String> reached =
        before.stream()
            .filter(event -> !event.undone())
            .map(event -> String.valueOf(event.toStage()))
            .collect(Collectors.toSet());
    Brought.Step last = brought.steps().getLast();
    for (Brought.Step step : brought.steps()) {
      // Two lists rarely agree on the minute in which a stage was reached.
      boolean known = step != last && reached.contains(step.to().key());
      if (!known && told.add(new Seen(step.at().toEpochMilli(), step.to().key()))) {
        take(job, step, step == last && !isNew ? brought.note() : Optional.empty());
      }
    }
  }

  private static boolean isFurther(Brought brought, StandingData present) {
    if (brought.steps().isEmpty()) {
      return false;
    }
    var there =
        new StandingData(
            present.id(),
            present.title(),
            present.company(),
            present.url(),
            brought.stage().key(),
            brought.rejectedAt().orElse(null),
            null,
            null);
    return Advance.of(there).compareTo(Advance.of(present)) > 0;
  }

  private void take(long job, Brought.Step step, Optional<String> note) {
    String reason =
        Stream.of(step.reason(), note).flatMap(Optional::stream).collect(Collectors.joining("; "));
    @Nullable String ending = step.ending().map(Ending::key).orElse(null);
    events.told(
        job, step.at().toEpochMilli(), step.to().key(), reason.isEmpty() ? null : reason, ending);
    String ids = StoredText.ids(List.of(job));
    events.move(ids, step.to().key());
    if (ending != null) {
      events.end(ids, ending, null);
    }
  }
}
