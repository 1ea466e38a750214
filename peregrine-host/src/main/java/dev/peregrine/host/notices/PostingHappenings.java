package dev.peregrine.host.notices;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.tasks.Tasks;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** New postings that wait for review, once all boards were read and all were scored. */
public final class PostingHappenings implements Happenings {

  private static final Duration NEW = Duration.ofDays(2);
  private static final int MOST = 5000;

  private final Jobs jobs;
  private final Tasks tasks;
  private final Set<String> busy;
  private final Set<String> own;

  /**
   * @param busy types of tasks during which more may come, so that one run is one notice
   * @param own boards that stand for what the person brought themselves
   */
  public PostingHappenings(Jobs jobs, Tasks tasks, Set<String> busy, Set<String> own) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.busy = Set.copyOf(busy);
    this.own = Set.copyOf(own);
  }

  @Override
  public Event event() {
    return Event.POSTINGS_FOUND;
  }

  @Override
  public List<Happening> standing(ZonedDateTime now) {
    if (tasks.active().stream().anyMatch(task -> busy.contains(task.type()))) {
      return List.of();
    }
    return jobs.scoredSince(now.toInstant().minus(NEW), MOST).stream()
        .filter(job -> !own.contains(job.board()))
        .map(PostingHappenings::happening)
        .toList();
  }

  private static Happening happening(JobRow job) {
    int score = (int) Math.round(job.score().orElse(0.0));
    String where =
        Stream.of(job.company(), job.place())
            .flatMap(java.util.Optional::stream)
            .collect(Collectors.joining(", "));
    Map<String, String> facts = new TreeMap<>();
    facts.put("job_id", Long.toString(job.id()));
    facts.put("title", job.title());
    facts.put("score", Integer.toString(score));
    facts.put("board", job.board());
    job.company().ifPresent(company -> facts.put("company", company));
    return Happening.of(
            "job:" + job.id(),
            Event.POSTINGS_FOUND,
            t("notices.posting", "title", job.title(), "score", score),
            where,
            "/jobs/" + job.id(),
            job.found())
        .withScore(score)
        .withFacts(facts);
  }
}
