package dev.peregrine.host.discovery;

import static org.assertj.core.api.Assertions.fail;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginDecisions;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A home with everything that searching needs, put together as the program does, and one tenant.
 */
public final class SearchHome implements AutoCloseable {

  /** A clock that stands until it is set. */
  public static final class Clock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-05-20T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    public void pass(Duration time) {
      now = now.plus(time);
    }
  }

  public final Clock clock = new Clock();
  public final Tenant tenant;
  public final Databases databases;
  public final Tasks tasks;
  public final Jobs jobs;
  public final Resumes resumes;
  public final SearchProfiles profiles = new SearchProfiles();
  public final PreferencesFile preferences = new PreferencesFile();
  public final PluginRuntime plugins;
  public final ExtensionSettings settings;
  public final Contexts contexts;
  public final Scoring scoring;
  public final Discovery discovery;
  public final Intake intake;
  public final OutgoingHttp http;
  public final Liveness liveness;
  private final Live live = new Live();

  public SearchHome(Path root) {
    tenant = new Tenant("t", root);
    databases =
        new Databases(
            Stream.of(
                    Jobs.mappers(),
                    Tasks.mappers(),
                    Resumes.mappers(),
                    Discovery.mappers(),
                    ExtensionSettings.mappers(),
                    Liveness.mappers())
                .<Class<?>>flatMap(List::stream)
                .toList(),
            clock);
    tasks = new Tasks(databases, live, clock, Map.of());
    jobs = new Jobs(databases, live, clock);
    resumes = new Resumes(databases, clock);
    plugins =
        new PluginRuntime(
            List.of(root.resolve("shipped")),
            root.resolve("plugins"),
            new PluginDecisions(root.resolve("config/plugins.yaml")),
            InstantSource.system(),
            live,
            ExtensionGates.OPEN);
    plugins.start();
    settings = new ExtensionSettings(databases, TestSecrets.in(root));
    http =
        new OutgoingHttp(
            OutgoingOptions.usual()
                .withPace(Duration.ZERO, 6, Duration.ofMillis(5))
                .withLocalPages(true),
            InstantSource.system());
    contexts = new Contexts(http, settings, clock);
    scoring = new Scoring(tasks, jobs, resumes, profiles, preferences, plugins, contexts);
    discovery = discovery(tasks, scoring);
    intake = new Intake(tasks, jobs, scoring, plugins, contexts, http);
    liveness = new Liveness(databases, tasks, jobs, live, clock, plugins, contexts, http);
  }

  /** Another one that knows only the files, as after a new start. */
  public Discovery afterNewStart() {
    var others = new Tasks(databases, live, clock, Map.of());
    return discovery(
        others, new Scoring(others, jobs, resumes, profiles, preferences, plugins, contexts));
  }

  private Discovery discovery(Tasks tasks, Scoring scoring) {
    return new Discovery(
        databases,
        tasks,
        jobs,
        scoring,
        profiles,
        new BlocklistFile(),
        plugins,
        contexts,
        settings,
        live,
        clock,
        ZoneOffset.UTC);
  }

  /** Does something for the tenant. */
  public <T> T in(Callable<T> work) {
    try {
      return tenant.call(work);
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown.getMessage(), thrown);
    }
  }

  public void save(SearchProfile profile) {
    tenant.run(() -> profiles.save(profile));
  }

  /** Points a board to another server. */
  public void point(String board, URI server) {
    tenant.run(
        () ->
            settings.save(
                plugins.find(JobBoard.class, board).orElseThrow().descriptor(),
                Map.of("base-url", server.toString())));
  }

  /** Runs a search to its end. */
  public RunView run(String... boards) {
    Submitted submitted = in(() -> discovery.start(List.of(), List.of(boards)));
    ended(submitted.id());
    return in(() -> discovery.byTask(submitted.id())).orElseThrow();
  }

  /** Waits for the end of a task. */
  public Task ended(long task) {
    eventually(() -> !task(task).state().isLive());
    return task(task);
  }

  /** Waits until no task lives, those among it that others began. */
  public void quiet() {
    eventually(() -> in(tasks::active).isEmpty());
  }

  public Task task(long id) {
    return in(() -> tasks.find(id)).orElseThrow();
  }

  public TaskState state(long id) {
    return task(id).state();
  }

  /** The jobs that are not hidden, by title. */
  public List<JobRow> shown() {
    return in(() -> jobs.page(JobFilter.all(), Optional.empty(), 500)).rows();
  }

  public List<JobRow> hidden() {
    return in(() -> jobs.page(JobFilter.hidden(), Optional.empty(), 500)).rows();
  }

  public static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("It did not happen in 60 s.");
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    tasks.close();
    plugins.close();
    http.close();
    databases.close();
  }
}
