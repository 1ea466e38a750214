package dev.peregrine.host.discovery;

import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.JobToScore;
import dev.peregrine.host.pipeline.Jobs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tries rules that hide postings on what waits in review, before they are taken. */
public final class RuleTrial {

  /** So many are read within a moment, texts included. */
  private static final int MOST = 2_000;

  private final Jobs jobs;
  private final InstantSource clock;

  /**
   * What rules would hide.
   *
   * @param tried how many jobs they were tried on
   * @param hidden the jobs that they would hide
   * @param why how many for which reason, in the order in which the reasons came up
   */
  public record Outcome(int tried, List<Long> hidden, Map<String, Integer> why) {
    public Outcome {
      hidden = List.copyOf(hidden);
      why = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(why));
    }
  }

  public RuleTrial(Jobs jobs, InstantSource clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** What these would hide of the newest jobs in review. */
  public Outcome of(Blocklist blocklist, List<ExcludedWord> words) {
    var filters = new Filters(BoardQuery.all(1), Optional.empty(), Set.of(), clock);
    var gate = new Gate(blocklist, words, filters);
    List<JobToScore> waiting = jobs.newestToReview(MOST);
    var hidden = new ArrayList<Long>();
    var why = new LinkedHashMap<String, Integer>();
    for (JobToScore job : waiting) {
      Optional<Hidden> found = gate.hides(job.posting());
      if (found.isPresent()) {
        hidden.add(job.id());
        why.merge(found.get().detail(), 1, Integer::sum);
      }
    }
    return new Outcome(waiting.size(), hidden, why);
  }
}
