package dev.peregrine.host.pipeline;

import dev.peregrine.host.storage.Database;
import dev.peregrine.host.storage.Databases;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the person says about which jobs are the same. It stands over the rule, and stays. */
public final class SameJobs {

  private static final int MOST_READ = 1_000;
  private static final int MOST_SHOWN = 12;

  private final Databases databases;
  private final InstantSource clock;
  private final Runnable changed;

  SameJobs(Databases databases, InstantSource clock, Runnable changed) {
    this.databases = databases;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Makes two jobs one. The one that is further on its way goes on, with the sightings and events
   * of both; so does a job that either was joined with before.
   *
   * @throws IllegalArgumentException if there is no such job
   */
  public Verdict join(long job, long other) {
    Verdict said = database().write(mappers -> verdicts(mappers).join(job, other));
    changed.run();
    return said;
  }

  /**
   * Makes a sighting a job of its own. Decisions stay with the job that it was a sighting of.
   *
   * @throws IllegalArgumentException if there is no such sighting
   */
  public Verdict split(long sighting) {
    Verdict said = database().write(mappers -> verdicts(mappers).split(sighting));
    changed.run();
    return said;
  }

  /** Takes a verdict back. Empty if it was taken back already. */
  public Optional<Verdict> undo(long verdict) {
    Optional<Verdict> undone = database().write(mappers -> verdicts(mappers).undo(verdict));
    changed.run();
    return undone;
  }

  /** Jobs that may be the same: of the employer, or of that title anywhere; the likest first. */
  public List<SimilarJob> similar(Job job) {
    String company = CompanyKey.of(job.posting().company());
    TitleKey title = TitleKey.of(job.posting().title());
    return database()
        .read(
            mappers -> {
              SimilarMapper similar = mappers.of(SimilarMapper.class);
              Set<Long> seen = new HashSet<>(Set.of(job.id()));
              return similar.like(company, title.text(), MOST_READ).stream()
                  .filter(each -> seen.add(each.id()))
                  .sorted(
                      Comparator.comparingDouble(
                          each -> -title.shareWith(TitleKey.of(each.title()))))
                  .filter(each -> title.shareWith(TitleKey.of(each.title())) > 0)
                  .limit(MOST_SHOWN)
                  .map(SimilarJob::of)
                  .toList();
            });
  }

  private Verdicts verdicts(dev.peregrine.host.storage.Mappers mappers) {
    return new Verdicts(mappers, clock.instant());
  }

  private Database database() {
    return databases.current();
  }
}
