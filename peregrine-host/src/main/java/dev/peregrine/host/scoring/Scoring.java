package dev.peregrine.host.scoring;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.KeywordsFile;
import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobToScore;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tasks.Wishes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores the current tenant's jobs by itself: when they arrive, and again when the résumé, the
 * titles, the scorer or its settings change. Without a résumé nothing is scored.
 */
public final class Scoring {

  /** The type of the task that scores. */
  public static final String TASK = "score";

  private static final int BATCH = 200;

  private final Tasks tasks;
  private final Jobs jobs;
  private final Resumes resumes;
  private final SearchProfiles profiles;
  private final PreferencesFile preferences;
  private final PluginRuntime plugins;
  private final Contexts contexts;
  private final KeywordsFile keywords = new KeywordsFile();
  private final Wishes wishes = new Wishes();

  public Scoring(
      Tasks tasks,
      Jobs jobs,
      Resumes resumes,
      SearchProfiles profiles,
      PreferencesFile preferences,
      PluginRuntime plugins,
      Contexts contexts) {
    this.tasks = tasks;
    this.jobs = jobs;
    this.resumes = resumes;
    this.profiles = profiles;
    this.preferences = preferences;
    this.plugins = plugins;
    this.contexts = contexts;
    tasks.register(TASK, this::scoreAll);
  }

  /** Scores what waits for it, for instance since a scorer's plugin changed. */
  public void start() {
    soon();
  }

  /**
   * Jobs arrived, or the résumé, the titles or the scorer changed: scores soon. Cheap, never fails.
   */
  public void soon() {
    try {
      if (obstacle().isEmpty()) {
        wishes.want(() -> tasks.submit(TASK, "", "Score jobs", "").isNew());
      }
    } catch (RuntimeException notNow) {
      // Whoever stores jobs shall not fail for their scores; the next start makes up for it.
      System.getLogger(Scoring.class.getName())
          .log(System.Logger.Level.WARNING, "Scoring could not be started", notNow);
    }
  }

  /** Why nothing can be scored, as a sentence; empty where nothing is in the way. */
  public Optional<String> obstacle() {
    try {
      if (resumes.current().isEmpty()) {
        return Optional.of("There is no résumé yet. Add one to see how well jobs fit.");
      }
      scorer(preferences.scorer());
      profiles.all();
      keywords.current();
      return Optional.empty();
    } catch (ConfigException | TaskFailedException inTheWay) {
      return Optional.ofNullable(inTheWay.getMessage());
    }
  }

  /**
   * Scores postings that are not stored.
   *
   * @param id of the scorer; empty for the one in use
   * @return one score a posting, in the same order
   * @throws ExtensionException where it cannot, or {@code UNSUPPORTED} where there is no such
   *     scorer
   */
  public List<Score> score(Optional<String> id, Candidate candidate, List<Posting> postings)
      throws ExtensionException, InterruptedException {
    Extension<Scorer> scorer;
    try {
      scorer = scorer(id.orElseGet(preferences::scorer));
    } catch (TaskFailedException none) {
      throw new ExtensionException(
          ExtensionException.Kind.UNSUPPORTED, String.valueOf(none.getMessage()), none);
    }
    var call = new ScorerCall(scorer, contexts);
    var scores = new ArrayList<Score>();
    for (int from = 0; from < postings.size(); from += BATCH) {
      scores.addAll(
          call.score(candidate, postings.subList(from, Math.min(from + BATCH, postings.size()))));
    }
    var wanted = new Wanted(keywords.current());
    for (int at = 0; at < postings.size(); at++) {
      scores.set(at, wanted.moved(scores.get(at), postings.get(at)));
    }
    return scores;
  }

  /**
   * How well a stored job would fit another text in place of a résumé's, with the titles that are
   * looked for with that résumé.
   *
   * @return empty where nothing can be scored now
   */
  public Optional<Score> score(Resume resume, String text, Job job) throws InterruptedException {
    try {
      Posting posting = job.posting().withDescription(Optional.of(job.descriptionText()));
      Optional<Candidate> candidate =
          lanes(resumes.all()).all().stream()
              .filter(lane -> lane.resume().id() == resume.id())
              .map(lane -> new Candidate(text, lane.candidate().titles(), List.of()))
              .findFirst();
      if (candidate.isEmpty()) {
        return Optional.empty();
      }
      var call = new ScorerCall(scorer(preferences.scorer()), contexts);
      Score score = call.score(candidate.get(), List.of(posting)).getFirst();
      return Optional.of(wanted().moved(score, posting));
    } catch (ExtensionException | PluginBugException | TaskFailedException | ConfigException no) {
      return Optional.empty();
    }
  }

  private String scoreAll(TaskRun run) throws TaskFailedException, InterruptedException {
    long scored = 0;
    do {
      wishes.begin();
      int batch;
      do {
        batch = scoreBatch();
        scored += batch;
        if (batch > 0) {
          run.step("%,d jobs scored".formatted(scored));
          run.letOthers();
        }
      } while (batch > 0);
    } while (wishes.again());
    return scored == 1 ? "1 job scored." : "%,d jobs scored.".formatted(scored);
  }

  /** How many were scored; none where no more wait. */
  private int scoreBatch() throws TaskFailedException, InterruptedException {
    List<Resume> stored = resumes.all();
    if (stored.isEmpty()) {
      return 0;
    }
    Extension<Scorer> scorer = scorer(preferences.scorer());
    Lanes lanes = lanes(stored);
    Wanted wanted = wanted();
    var call = new ScorerCall(scorer, contexts);
    try {
      String hash = Fingerprint.of(call.basis() + "\n" + lanes.basis() + wanted.basis());
      List<JobToScore> waiting = jobs.toScore(scorer.id(), hash, BATCH);
      if (waiting.isEmpty()) {
        return 0;
      }
      Lanes.Best best = lanes.score(call, waiting);
      jobs.saveScores(scorer.id(), hash, moved(best, waiting, wanted), best.resumes());
      return best.scores().size();
    } catch (ExtensionException | PluginBugException failed) {
      throw new TaskFailedException(
          "The jobs stay without a score. " + failed.getMessage(), failed);
    }
  }

  private static Map<Long, Score> moved(Lanes.Best best, List<JobToScore> waiting, Wanted wanted) {
    if (wanted.isEmpty()) {
      return best.scores();
    }
    var moved = new LinkedHashMap<Long, Score>(best.scores());
    for (JobToScore job : waiting) {
      moved.computeIfPresent(job.id(), (id, score) -> wanted.moved(score, job.posting()));
    }
    return moved;
  }

  private Wanted wanted() throws TaskFailedException {
    try {
      return new Wanted(keywords.current());
    } catch (ConfigException broken) {
      throw new TaskFailedException(broken.sentence(), broken);
    }
  }

  private Lanes lanes(List<Resume> stored) throws TaskFailedException {
    try {
      return Lanes.of(stored, profiles.all());
    } catch (ConfigException broken) {
      throw new TaskFailedException(broken.sentence(), broken);
    }
  }

  private Extension<Scorer> scorer(String id) throws TaskFailedException {
    Optional<Extension<Scorer>> found = plugins.find(Scorer.class, id);
    if (found.isPresent()) {
      return found.get();
    }
    List<String> others = plugins.extensions(Scorer.class).stream().map(Extension::id).toList();
    throw new TaskFailedException(
        others.isEmpty()
            ? "No scorer is switched on, so nothing can be scored. Switch one on under Plugins."
            : "There is no scorer \"%s\", expected one of: %s. Choose one in config/preferences.yaml, or switch on its plugin."
                .formatted(id, String.join(", ", others)));
  }
}
