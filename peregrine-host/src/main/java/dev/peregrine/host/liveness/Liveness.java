package dev.peregrine.host.liveness;

import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.liveness.Finding.Verdict;
import dev.peregrine.host.liveness.LivenessMapper.CheckData;
import dev.peregrine.host.liveness.Opening.State;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.PostingUrl;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks whether postings of the current tenant are still open: before a person spends time on one,
 * and once a day at those that were approved. A closed one is marked, never taken away.
 */
public final class Liveness {

  public static final String TASK = "still-open";

  /** A look that young is not repeated, but for a person who asks. */
  private static final Duration FRESH = Duration.ofHours(6);

  private static final Duration DAILY = Duration.ofHours(20);

  /** So far apart are two looks of which both count: a server that is in repair must not close. */
  private static final Duration APART = Duration.ofHours(1);

  private static final int MOST_A_DAY = 300;
  private static final int STRIKES = 2;

  private final Databases databases;
  private final Tasks tasks;
  private final Jobs jobs;
  private final Live live;
  private final InstantSource clock;
  private final Look look;

  public Liveness(
      Databases databases,
      Tasks tasks,
      Jobs jobs,
      Live live,
      InstantSource clock,
      PluginRuntime plugins,
      Contexts contexts,
      OutgoingHttp http) {
    this.databases = databases;
    this.tasks = tasks;
    this.jobs = jobs;
    this.live = live;
    this.clock = clock;
    this.look = new Look(plugins, contexts, http);
    tasks.register(TASK, this::run);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(LivenessMapper.class);
  }

  /** What the last look at a job found; empty where there was none. */
  public Optional<Opening> of(long job) {
    return Optional.ofNullable(of(List.of(job)).get(job));
  }

  /** What the last looks found, by job; those that were never looked at are missing. */
  public Map<Long, Opening> of(Collection<Long> ids) {
    var openings = new HashMap<Long, Opening>();
    checks(ids).forEach((job, check) -> openings.put(job, opening(check)));
    return openings;
  }

  /** Looks at jobs on which time is about to be spent, but for those looked at lately. */
  public void soon(Collection<Long> ids) {
    Map<Long, CheckData> checks = checks(ids);
    List<Long> due = ids.stream().filter(id -> isOlder(checks.get(id), FRESH)).toList();
    submit(
        due, due.size() == 1 ? "See whether a job is still open" : "See which jobs are still open");
  }

  /** Looks at one job, however lately it was looked at. */
  public void now(long id) {
    submit(List.of(id), "See whether a job is still open");
  }

  /** Looks at the approved jobs that were not looked at for a day. */
  public void daily() {
    var due = new ArrayList<Long>();
    Optional<String> after = Optional.empty();
    do {
      JobPage page = jobs.page(JobFilter.stage(Stage.APPROVED), after, 200);
      List<Long> ids = page.rows().stream().map(JobRow::id).toList();
      Map<Long, CheckData> checks = checks(ids);
      ids.stream().filter(id -> isOlder(checks.get(id), DAILY)).forEach(due::add);
      after = page.next();
    } while (after.isPresent() && due.size() < MOST_A_DAY);
    submit(due.stream().limit(MOST_A_DAY).toList(), "See which approved jobs are still open");
  }

  private void submit(List<Long> ids, String title) {
    if (!ids.isEmpty()) {
      String params = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
      tasks.submit(TASK, params, title, params);
    }
  }

  private String run(TaskRun run) throws InterruptedException {
    List<Long> ids = List.of(run.params().split(",")).stream().map(Long::valueOf).toList();
    int closed = 0;
    for (int at = 0; at < ids.size(); at++) {
      run.of(at, ids.size());
      run.letOthers();
      Optional<Job> job =
          jobs.findById(ids.get(at)).filter(each -> PostingUrl.isOfTheWeb(each.posting().url()));
      if (job.isPresent()) {
        run.step(job.get().posting().title());
        closed += check(job.get()).state() == State.CLOSED ? 1 : 0;
      }
    }
    live.changed(Tenant.current().id(), "jobs");
    return closed == 0
        ? ids.size() == 1
            ? "1 job looked at."
            : "%,d jobs looked at, none is closed.".formatted(ids.size())
        : "%,d of %,d %s closed.".formatted(closed, ids.size(), closed == 1 ? "is" : "are");
  }

  private Opening check(Job job) throws InterruptedException {
    Instant now = clock.instant();
    Finding finding = look.at(job, now);
    Optional<CheckData> before = Optional.ofNullable(checks(List.of(job.id())).get(job.id()));
    var check =
        new CheckData(
            job.id(),
            finding.verdict().name().toLowerCase(Locale.ROOT),
            finding.evidence(),
            strikes(finding, before, now),
            now.toEpochMilli());
    databases
        .current()
        .write(
            mappers -> {
              mappers.of(LivenessMapper.class).save(check);
              return check;
            });
    return opening(check);
  }

  private static int strikes(Finding finding, Optional<CheckData> before, Instant now) {
    int strikes = before.map(CheckData::strikes).orElse(0);
    return switch (finding.verdict()) {
      case OPEN -> 0;
      case UNCERTAIN -> strikes;
      case GONE -> {
        boolean counts =
            strikes == 0
                || before
                    .map(last -> Instant.ofEpochMilli(last.at()).plus(APART))
                    .filter(now::isBefore)
                    .isEmpty();
        yield counts ? strikes + 1 : strikes;
      }
    };
  }

  private static Opening opening(CheckData check) {
    Verdict verdict = Verdict.valueOf(check.verdict().toUpperCase(Locale.ROOT));
    State state =
        switch (verdict) {
          case OPEN -> State.OPEN;
          case UNCERTAIN -> check.strikes() >= STRIKES ? State.CLOSED : State.UNCERTAIN;
          case GONE -> check.strikes() >= STRIKES ? State.CLOSED : State.PROBABLY_CLOSED;
        };
    return new Opening(state, check.evidence(), Instant.ofEpochMilli(check.at()));
  }

  private boolean isOlder(@org.jspecify.annotations.Nullable CheckData check, Duration age) {
    return check == null || Instant.ofEpochMilli(check.at()).plus(age).isBefore(clock.instant());
  }

  private Map<Long, CheckData> checks(Collection<Long> ids) {
    String json = ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    return databases.current().read(mappers -> mappers.of(LivenessMapper.class).of(json)).stream()
        .collect(Collectors.toMap(CheckData::job, check -> check));
  }
}
