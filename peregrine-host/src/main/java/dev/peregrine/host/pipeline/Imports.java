package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.ImportMapper.ImportData;
import dev.peregrine.host.pipeline.ImportMapper.ImportedData;
import dev.peregrine.host.pipeline.ImportMapper.ReferenceData;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists of jobs that are brought in at once. Each remembers what it brought, so that all of it can
 * be taken back: what nobody touched since is gone then, what was touched stays.
 */
public final class Imports {

  private static final int BATCH = 200;

  /** Rows that Peregrine writes by itself for each job; they say nothing of the person. */
  private static final Set<String> OF_THE_JOB =
      Set.of(
          "job_texts",
          "job_sightings",
          "job_events",
          "job_scores",
          "job_checks",
          "job_journeys",
          "job_imported",
          "job_import_parts");

  private final Databases databases;
  private final InstantSource clock;
  private final Runnable changed;

  /**
   * A list that was brought in.
   *
   * @param source the file as the person knows it
   * @param finished empty while it is brought, and where that was broken off
   * @param report what whoever brought it says of it
   */
  public record Made(
      long id,
      String source,
      Instant at,
      Optional<Instant> finished,
      Optional<Instant> undone,
      String report) {}

  /**
   * Something that was noted with a job in a table of another owner.
   *
   * @param part the table, which has the columns id and version
   * @param version of the row as it was noted
   */
  public record Part(long job, String part, long row, int version) {}

  /**
   * What taking back did.
   *
   * @param gone how many jobs are not here any more
   * @param back how many stand again where they stood before
   * @param kept jobs to which something happened since; they stay as they are
   */
  public record TakenBack(int gone, int back, List<Long> kept) {

    public TakenBack {
      kept = List.copyOf(kept);
    }

    private TakenBack and(TakenBack other) {
      var all = new ArrayList<>(kept);
      all.addAll(other.kept);
      return new TakenBack(gone + other.gone, back + other.back, all);
    }
  }

  Imports(Databases databases, InstantSource clock, Runnable changed) {
    this.databases = databases;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Begins to bring a list, or goes on where that was broken off before its end.
   *
   * @param key the same for the same list
   * @return its number
   */
  public long begin(String key, String source) {
    return write(
        mapper -> {
          mapper.close(key);
          mapper.begin(key, source, clock.millis());
          return mapper.id(key);
        });
  }

  /** Stores postings of a list with their past; see {@link Jobs#bring}. */
  public List<Brought.Settled> bring(long id, List<Brought> brought) {
    List<Brought.Settled> settled = new ArrayList<>(brought.size());
    for (int from = 0; from < brought.size(); from += BATCH) {
      List<Brought> batch = brought.subList(from, Math.min(from + BATCH, brought.size()));
      List<Prepared> prepared = Jobs.prepared(batch);
      settled.addAll(databases.current().write(mappers -> bring(mappers, id, batch, prepared)));
    }
    changed.run();
    return settled;
  }

  private List<Brought.Settled> bring(
      Mappers mappers, long id, List<Brought> batch, List<Prepared> prepared) {
    ImportMapper mapper = mappers.of(ImportMapper.class);
    long before = mapper.lastEvent();
    List<Brought.Settled> settled = new Histories(mappers, clock.instant()).store(batch, prepared);
    for (Brought.Settled each : settled) {
      long job = each.stored().job();
      boolean fresh = each.stored() instanceof Stored.New;
      long first = mapper.firstEventOf(job, before);
      if (fresh || first != 0) {
        mapper.note(id, job, fresh, first, mapper.lastEventOf(job, before));
      }
    }
    return settled;
  }

  /** Remembers what was noted with jobs of a list. */
  public void attach(long id, List<Part> parts) {
    write(
        mapper -> {
          parts.forEach(part -> mapper.attach(id, part));
          return parts.size();
        });
  }

  /** What was noted with jobs of a list that are still here. */
  public List<Part> parts(long id) {
    return read(mapper -> mapper.parts(id));
  }

  public void finish(long id, String report) {
    write(
        mapper -> {
          mapper.finish(id, clock.millis(), report);
          return id;
        });
  }

  /** The last lists, the newest first. */
  public List<Made> recent(int most) {
    return read(mapper -> mapper.recent(most)).stream().map(Imports::made).toList();
  }

  public Optional<Made> find(long id) {
    return read(mapper -> mapper.find(id)).map(Imports::made);
  }

  /** The jobs that a list brought or moved until now. */
  public Set<Long> jobs(long id) {
    return read(
        mapper ->
            mapper.imported(id, 0, Integer.MAX_VALUE).stream()
                .map(ImportedData::job)
                .collect(Collectors.toSet()));
  }

  /** How many jobs a list brought or moved that are still here. */
  public long count(long id) {
    return read(mapper -> mapper.count(id));
  }

  /**
   * Takes back all that a list brought, but for jobs to which something happened since. Broken off,
   * it can be called again.
   *
   * @param done told how many were looked at
   */
  public TakenBack takeBack(long id, LongConsumer done) {
    var all = new TakenBack(0, 0, List.of());
    OptionalLong after = OptionalLong.of(0);
    long seen = 0;
    while (after.isPresent()) {
      long from = after.getAsLong();
      List<ImportedData> batch = read(mapper -> mapper.imported(id, from, BATCH));
      if (!batch.isEmpty()) {
        all = all.and(databases.current().write(mappers -> takeBack(mappers, id, batch)));
      }
      seen += batch.size();
      done.accept(seen);
      after = batch.isEmpty() ? OptionalLong.empty() : OptionalLong.of(batch.getLast().job());
    }
    write(
        mapper -> {
          mapper.undone(id, clock.millis());
          return id;
        });
    changed.run();
    return all;
  }

  private TakenBack takeBack(Mappers mappers, long id, List<ImportedData> batch) {
    ImportMapper mapper = mappers.of(ImportMapper.class);
    List<Long> fresh = batch.stream().filter(ImportedData::fresh).map(ImportedData::job).toList();
    Set<Long> touched = new HashSet<>(touched(mapper, id, fresh));
    touched.addAll(
        mapper.wentOn(id, StoredText.ids(batch.stream().map(ImportedData::job).toList())));
    int back = 0;
    for (ImportedData each : batch) {
      if (!each.fresh() && !touched.contains(each.job())) {
        back += stepBack(mappers, each) ? 1 : 0;
      }
    }
    int gone =
        mapper.delete(
            StoredText.ids(fresh.stream().filter(job -> !touched.contains(job)).toList()));
    List<Long> kept = batch.stream().map(ImportedData::job).filter(touched::contains).toList();
    return new TakenBack(gone, back, kept);
  }

  private static Set<Long> touched(ImportMapper mapper, long id, List<Long> fresh) {
    var touched = new HashSet<Long>();
    if (fresh.isEmpty()) {
      return touched;
    }
    String jobs = StoredText.ids(fresh);
    Set<String> own = new HashSet<>();
    mapper.parts(id).forEach(part -> own.add(part.part()));
    for (ReferenceData reference : mapper.references()) {
      if (!OF_THE_JOB.contains(reference.name())) {
        touched.addAll(
            own.contains(reference.name())
                ? mapper.mentionedByOthers(id, reference, jobs)
                : mapper.mentioned(reference, jobs));
      }
    }
    return touched;
  }

  /** What the list told of a job is marked as taken back; it stands where it stood before. */
  private boolean stepBack(Mappers mappers, ImportedData told) {
    JobEventMapper events = mappers.of(JobEventMapper.class);
    List<Long> moves =
        mappers.of(ImportMapper.class).moves(told.job(), told.firstEvent(), told.lastEvent());
    if (moves.isEmpty()) {
      return false;
    }
    String first = StoredText.ids(List.of(moves.getFirst()));
    events.takeBack(first);
    events.undone(StoredText.ids(List.of(moves.getLast())), clock.millis());
    events.markUndone(StoredText.ids(moves));
    return true;
  }

  private static Made made(ImportData data) {
    return new Made(
        data.id(),
        data.source(),
        Instant.ofEpochMilli(data.at()),
        moment(data.finished()),
        moment(data.undone()),
        data.report());
  }

  private static Optional<Instant> moment(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }

  private <T> T read(Function<ImportMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(ImportMapper.class)));
  }

  private <T> T write(Function<ImportMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(ImportMapper.class)));
  }
}
