package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.CallTap;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches boards for the current tenant's search profiles: all boards at once, each with a
 * deadline and a line of its own; what is found goes through the gate and is stored as it arrives.
 * The same file says what a board's failure means for its next run.
 */
public final class Discovery {

  /** The type of the task that searches. */
  public static final String TASK = "discovery";

  private static final Duration TRIAL_LIMIT = Duration.ofSeconds(30);

  private final Tasks tasks;
  private final PluginRuntime plugins;
  private final Contexts contexts;
  private final InstantSource clock;
  private final BoardNames names;
  private final RunStore store;
  private final Runner runner;
  private final Sources sources;
  private final Retelling retelling;

  /**
   * @param zone the person's, for "tomorrow 09:00"
   */
  public Discovery(
      Databases databases,
      Tasks tasks,
      Jobs jobs,
      Scoring scoring,
      SearchProfiles profiles,
      BlocklistFile blocklist,
      PluginRuntime plugins,
      Contexts contexts,
      ExtensionSettings settings,
      Live live,
      InstantSource clock,
      ZoneId zone) {
    this.tasks = tasks;
    this.plugins = plugins;
    this.contexts = contexts;
    this.clock = clock;
    this.names = new BoardNames(plugins);
    this.store = new RunStore(databases, clock);
    var planner = new Plan.Maker(profiles, blocklist, plugins, clock);
    var health = new Health(databases, new Fingerprints(settings), clock, zone);
    this.runner = new Runner(jobs, scoring, planner, names, contexts, health, store, live, clock);
    this.sources = new Sources(databases, profiles, plugins, settings, clock);
    this.retelling = new Retelling(jobs, planner, names, health, store, clock);
    tasks.register(TASK, runner::run);
  }

  /**
   * Reads so many boards at once for one tenant; while the program is wired.
   *
   * @param most 0 for all
   */
  public void readAtOnce(int most) {
    runner.readAtOnce(most);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(DiscoveryMapper.class, BoardReadMapper.class);
  }

  /** How the boards are. */
  public Sources sources() {
    return sources;
  }

  /**
   * Begins a run; one for the same profiles and boards that goes on already is joined.
   *
   * @param profiles names of search profiles; none: all
   * @param boards ids of boards; none: those of the profiles. Boards that are named here are asked
   *     even while they rest, but where they asked to be left alone for a while
   */
  public Submitted start(List<String> profiles, List<String> boards) {
    var params = new RunParams(profiles, boards);
    String title =
        boards.isEmpty()
            ? profiles.isEmpty() ? "Find new jobs" : "Find new jobs: " + String.join(", ", profiles)
            : "Find new jobs on " + String.join(", ", boards.stream().map(names).toList());
    return tasks.submit(TASK, params.json(), title, params.json());
  }

  /**
   * Takes what boards showed as a run of all search profiles takes it, by the same rules, without
   * asking anybody: for data that are invented.
   *
   * @param shown postings by board
   * @return the job of each posting, by the posting's own id
   * @throws TaskFailedException where there is nothing to search for
   */
  public Map<String, Long> retell(Map<String, List<Posting>> shown) throws TaskFailedException {
    return retelling.run(shown);
  }

  /** The run that began last. */
  public Optional<RunView> latest() {
    List<LiveRun> going = runner.going();
    if (!going.isEmpty()) {
      return Optional.of(going.getFirst().view());
    }
    runner.endLeftovers();
    return store.latest(names);
  }

  /** The run of a task; empty until it has begun. */
  public Optional<RunView> byTask(long task) {
    for (LiveRun run : runner.going()) {
      if (run.task() == task) {
        return Optional.of(run.view());
      }
    }
    runner.endLeftovers();
    return store.byTask(task, names);
  }

  /**
   * Asks one board without storing anything, also while it rests.
   *
   * @param query its limit is how many postings to give after the filters that the board leaves to
   *     the host; employers may be empty for the board's own
   * @param overrides settings for this call only; {@code company} names employers of a board that
   *     searches these, unless it is a setting of the board
   * @throws ExtensionException {@code UNSUPPORTED} where there is no such board
   */
  public BoardTry tryBoard(String board, BoardQuery query, Map<String, String> overrides)
      throws ExtensionException, InterruptedException {
    return tryBoard(board, query, overrides, CallTap.NONE);
  }

  /**
   * The same, with somebody who hears or answers the board's calls.
   *
   * @throws ExtensionException {@code UNSUPPORTED} where there is no such board
   */
  public BoardTry tryBoard(
      String board, BoardQuery query, Map<String, String> overrides, CallTap tap)
      throws ExtensionException, InterruptedException {
    Extension<JobBoard> found =
        plugins
            .find(JobBoard.class, board)
            .orElseThrow(
                () ->
                    new ExtensionException(
                        ExtensionException.Kind.UNSUPPORTED,
                        "There is no board \"%s\", expected one of: %s."
                            .formatted(
                                board,
                                String.join(
                                    ", ",
                                    plugins.extensions(JobBoard.class).stream()
                                        .map(Extension::id)
                                        .toList()))));
    return tryOut(found, query, overrides, tap);
  }

  /**
   * Asks a board that is not installed, for at most 30 s and without storing anything.
   *
   * @param overrides settings for this call
   * @param usesStored whether the settings that are stored for the installed board of its id are
   *     lent too
   */
  public BoardTry tryUninstalled(
      JobBoard board, BoardQuery query, Map<String, String> overrides, boolean usesStored)
      throws ExtensionException, InterruptedException {
    return tryOut(Extension.trial(board, TRIAL_LIMIT, usesStored), query, overrides, CallTap.NONE);
  }

  private BoardTry tryOut(
      Extension<JobBoard> found, BoardQuery query, Map<String, String> overrides, CallTap tap)
      throws ExtensionException, InterruptedException {
    var descriptor = (BoardDescriptor) found.descriptor();
    var settings = new HashMap<>(overrides);
    BoardQuery asked = Planner.tried(query, descriptor, NamedEmployers.take(found, settings));
    var gate =
        new Gate(
            Blocklist.NONE,
            List.of(),
            new Filters(asked, Optional.empty(), descriptor.applies(), clock));
    var errand =
        new Errand(found, List.of(new Errand.Search(asked, List.of(gate), query.limit())), true);
    List<Posting> postings = Collections.synchronizedList(new ArrayList<>());
    var line = new BoardLine(found.id(), descriptor.about().name());
    new BoardReader(contexts, Optional.empty(), names, () -> {}, tap)
        .read(
            errand,
            settings,
            line,
            (posting, id, sameLine, hidden) -> {
              sameLine.tried(hidden);
              if (hidden.isEmpty()) {
                postings.add(posting);
              }
            });
    if (line.state() == OutcomeState.STOPPED) {
      throw new InterruptedException();
    }
    return new BoardTry(List.copyOf(postings), line.outcome(), line.skippedWithReasons());
  }
}
