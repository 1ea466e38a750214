package dev.peregrine.host.scoring;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.Settings;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerContext;
import dev.peregrine.api.scoring.ScorerDescriptor;
import dev.peregrine.host.pipeline.JobToScore;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.SettingsText;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls one scorer, and finds the posting that it stumbles over. */
final class ScorerCall {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * So many single postings that fail one after the other mean that the scorer itself is broken.
   */
  private static final int BROKEN = 3;

  /** Fewer are not worth another thread. */
  private static final int LEAST_AT_ONCE = 25;

  private static final int MOST_AT_ONCE = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final Extension<Scorer> scorer;
  private final Contexts contexts;

  ScorerCall(Extension<Scorer> scorer, Contexts contexts) {
    this.scorer = scorer;
    this.contexts = contexts;
  }

  /** What else than person and posting a score depends on. */
  String basis() throws ExtensionException {
    var descriptor = (ScorerDescriptor) scorer.descriptor();
    Settings settings = contexts.scorer(scorer, Map.of()).settings();
    return scorer.id()
        + ' '
        + descriptor.revision()
        + SettingsText.of(descriptor.about().settings(), settings);
  }

  List<Score> score(Candidate candidate, List<Posting> postings)
      throws ExtensionException, InterruptedException {
    ScorerContext context = contexts.scorer(scorer, Map.of());
    List<Score> scores =
        scorer.call(LIMIT, instance -> instance.score(candidate, List.copyOf(postings), context));
    if (scores.size() != postings.size() || scores.stream().anyMatch(Objects::isNull)) {
      throw new ExtensionException(
          ExtensionException.Kind.CHANGED_REMOTE,
          "Scorer \"%s\" gave %d scores for %d postings. Report it to the author of its plugin."
              .formatted(scorer.id(), scores.size(), postings.size()));
    }
    return scores;
  }

  /**
   * Scores jobs, on as many processors as there are up to four; one that makes the scorer fail gets
   * no score, with the reason.
   */
  Map<Long, Score> scoreEach(Candidate candidate, List<JobToScore> jobs)
      throws ExtensionException, InterruptedException {
    int size = Math.max(LEAST_AT_ONCE, Math.ceilDiv(jobs.size(), MOST_AT_ONCE));
    Tenant tenant = Tenant.current();
    var parts = new ArrayList<Callable<Map<Long, Score>>>();
    for (int from = 0; from < jobs.size(); from += size) {
      List<JobToScore> part = jobs.subList(from, Math.min(from + size, jobs.size()));
      parts.add(() -> tenant.call(() -> scorePart(candidate, part)));
    }
    var scores = new LinkedHashMap<Long, Score>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Map<Long, Score>> part : pool.invokeAll(parts)) {
        scores.putAll(result(part));
      }
    }
    return scores;
  }

  private static Map<Long, Score> result(Future<Map<Long, Score>> part)
      throws ExtensionException, InterruptedException {
    try {
      return part.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case ExtensionException said -> throw said;
        case InterruptedException stopped -> throw stopped;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IllegalStateException(failed);
      }
    }
  }

  private Map<Long, Score> scorePart(Candidate candidate, List<JobToScore> jobs)
      throws ExtensionException, InterruptedException {
    var scores = new LinkedHashMap<Long, Score>();
    try {
      List<Score> all = score(candidate, jobs.stream().map(JobToScore::posting).toList());
      for (int index = 0; index < jobs.size(); index++) {
        scores.put(jobs.get(index).id(), all.get(index));
      }
      return scores;
    } catch (PluginBugException bug) {
      return apart(candidate, jobs, bug);
    }
  }

  private Map<Long, Score> apart(
      Candidate candidate, List<JobToScore> jobs, PluginBugException first)
      throws ExtensionException, InterruptedException {
    var scores = new LinkedHashMap<Long, Score>();
    var failed = new ArrayList<Long>();
    for (JobToScore job : jobs) {
      try {
        scores.put(job.id(), score(candidate, List.of(job.posting())).getFirst());
      } catch (PluginBugException bug) {
        failed.add(job.id());
        scores.put(job.id(), new Score.None("The scorer failed on this posting."));
        if (failed.size() >= BROKEN && failed.size() == scores.size()) {
          throw first;
        }
      }
    }
    return scores;
  }
}
