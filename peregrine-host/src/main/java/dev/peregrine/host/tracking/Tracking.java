package dev.peregrine.host.tracking;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps tables elsewhere as the current tenant's jobs are. What is written there follows from the
 * jobs; nothing that is read there moves a job.
 */
public final class Tracking {

  /** The topic of {@link Live} that is told when a plan, a row or a trouble changes. */
  public static final String TOPIC = "trackers";

  /** The topic that is told when the person wants something else of a table. */
  static final String WISHES = "tracker-wishes";

  /** The type of its tasks. */
  public static final String TASK = "tracker-push";

  /** The type of tasks that find out what a push would do. */
  public static final String TRIAL = "tracker-trial";

  private static final int MOST_NAMED = 300;
  private static final Duration LISTS = Duration.ofSeconds(30);
  private static final Duration MAKES = Duration.ofMinutes(2);

  private final Integrations integrations;
  private final Jobs jobs;
  private final Tasks tasks;
  private final Ledger ledger;
  private final Sync sync;
  private final Live live;
  private final InstantSource clock;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Map<String, Pushed> lately = new ConcurrentHashMap<>();

  /**
   * @param boardNames a board's name by its id
   * @param unguessable makes what ids of a tenant's rows begin with
   */
  public Tracking(
      Databases databases,
      Integrations integrations,
      Jobs jobs,
      Rounds rounds,
      Tasks tasks,
      Live live,
      InstantSource clock,
      ZoneId zone,
      UnaryOperator<String> boardNames,
      Supplier<String> unguessable) {
    this.integrations = integrations;
    this.jobs = jobs;
    this.tasks = tasks;
    this.live = live;
    this.clock = clock;
    ledger = new Ledger(databases, unguessable, clock);
    sync =
        new Sync(
            integrations,
            ledger,
            new Reckoning(jobs, rounds, zone, boardNames),
            this::title,
            clock);
    tasks.register(TASK, this::push);
    tasks.register(TRIAL, this::tryOut);
    integrations.whenThere(this::mended);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(TrackingMapper.class, RowMapper.class);
  }

  /** The trackers whose plugins are switched on, by name. */
  public List<Connection> trackers() {
    return integrations.all().stream()
        .filter(each -> each.descriptor() instanceof IntegrationDescriptor.ForTracker)
        .toList();
  }

  /** The tracker of that key, connected or not. */
  public Optional<Connection> tracker(String key) {
    return trackers().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** How it stands with a table; empty where none was chosen. */
  public Optional<TrackerState> state(String key) {
    return ledger.state(key);
  }

  /** All for which a table was chosen. */
  public List<TrackerState> states() {
    return ledger.keys().stream().flatMap(key -> ledger.state(key).stream()).toList();
  }

  /** How many rows there are, and how many could not be written. */
  public Extent extent(TrackerState state) {
    TableBook book = ledger.book(state.key(), state.plan().target());
    TableBook.Counts counts = book.counts();
    long conflicts = book.own(Optional.empty()).stream().filter(OwnValue::isConflict).count();
    return new Extent(counts.there(), counts.failed(), conflicts);
  }

  /**
   * How large a table is.
   *
   * @param there rows of jobs
   * @param failed rows that could not be written
   * @param conflicts values that both sides changed
   */
  public record Extent(long there, long failed, long conflicts) {}

  /** The tables that can be chosen. */
  public List<TrackerTarget> targets(String key) throws ExtensionException, InterruptedException {
    return integrations.call(
        key, Tracker.class, LISTS, (tracker, context) -> tracker.targets(context));
  }

  /** A table as it is now. */
  public TrackerTarget target(String key, String id)
      throws ExtensionException, InterruptedException {
    return sync.target(key, id);
  }

  /** Makes a table with the usual columns, in the language of the request. */
  public TrackerTarget create(String key, String name)
      throws ExtensionException, InterruptedException {
    List<TrackerTarget.Column> columns =
        Field.USUAL.stream()
            .map(field -> TrackerTarget.Column.wanted(field.label(), field.kind()))
            .toList();
    return integrations.call(
        key, Tracker.class, MAKES, (tracker, context) -> tracker.create(name, columns, context));
  }

  /** Adds a column for each of some fields. */
  public TrackerTarget addColumns(String key, String target, List<Field> fields)
      throws ExtensionException, InterruptedException {
    List<TrackerTarget.Column> columns =
        fields.stream()
            .map(
                field ->
                    TrackerTarget.Column.wanted(
                        field.label(),
                        field == Field.TITLE ? TrackerTarget.Kind.TEXT : field.kind()))
            .toList();
    return integrations.call(
        key,
        Tracker.class,
        MAKES,
        (tracker, context) -> tracker.addColumns(target, columns, context));
  }

  /** Which column is probably for which field. */
  public Map<Field, TrackerTarget.Column> suggested(TrackerTarget target) {
    return Suggestion.of(target);
  }

  /** Columns that a person mostly keeps themselves. */
  public List<TrackerTarget.Column> suggestedOwn(TrackerTarget target) {
    return Suggestion.own(target);
  }

  /**
   * Keeps what the person wants.
   *
   * @param seen the version that they saw; 0 where there was none
   * @return false where another window saved since
   */
  public boolean save(String key, Plan plan, long seen) {
    boolean saved = ledger.save(key, plan, seen);
    wished();
    return saved;
  }

  /** Begins a push, unless one runs, also of rows that were refused and while a table rests. */
  public Submitted push(String key) {
    ledger.state(key).ifPresent(state -> ledger.book(key, state.plan().target()).tryRefused());
    return begin(key);
  }

  Submitted begin(String key) {
    return tasks.submit(TASK, key, pushTitle(key), key);
  }

  /** Begins to find out what a push would do. */
  public Submitted tryOut(String key) {
    return tasks.submit(TRIAL, key, trialTitle(key), key);
  }

  /** What came of the last push of this program that went well. */
  public Optional<Pushed> lately(String key) {
    return Optional.ofNullable(lately.get(Tenant.current().id() + " " + key));
  }

  /** What is being done with a table now. */
  public Optional<Task> running(String key) {
    List<String> titles = List.of(pushTitle(key), trialTitle(key));
    return tasks.active().stream()
        .filter(task -> task.type().equals(TASK) || task.type().equals(TRIAL))
        .filter(task -> titles.contains(task.title()))
        .findFirst();
  }

  private String pushTitle(String key) {
    return "Pushing jobs to " + name(key);
  }

  private String trialTitle(String key) {
    return "Comparing jobs with " + name(key);
  }

  /** What happened, the last first; of one job where one is named. */
  public List<LogEntry> log(String key, Optional<Long> job, Optional<Long> before, int most) {
    return ledger.log(key, job, before, most);
  }

  /** The row of a job. */
  public Optional<KeptRow> row(TrackerState state, long job) {
    return ledger.book(state.key(), state.plan().target()).row(job);
  }

  /**
   * Rows of jobs whose title or employer has the words that are typed, or all where none are; those
   * of the newest jobs first.
   */
  public List<KeptRow> rows(TrackerState state, String typed, int most) {
    Map<Long, KeptRow> rows = ledger.book(state.key(), state.plan().target()).rows();
    if (typed.isBlank()) {
      return rows.values().stream()
          .sorted(Comparator.comparingLong(KeptRow::job).reversed())
          .limit(most)
          .toList();
    }
    return jobs.named(typed, MOST_NAMED).stream()
        .flatMap(job -> Optional.ofNullable(rows.get(job.id())).stream())
        .limit(most)
        .toList();
  }

  /** Rows that could not be written. */
  public List<KeptRow> failed(TrackerState state) {
    return ledger.book(state.key(), state.plan().target()).rows().values().stream()
        .filter(row -> !row.problem().isEmpty())
        .sorted(Comparator.comparingLong(KeptRow::job))
        .toList();
  }

  /** Has a row that the person deleted there put there again. */
  public void bringBack(TrackerState state, long job) {
    ledger.book(state.key(), state.plan().target()).became(job, KeptRow.State.NEW, "settled");
    wished();
  }

  /** What the person's own columns say; of one job where one is named. */
  public List<OwnValue> own(TrackerState state, Optional<Long> job) {
    return ledger.book(state.key(), state.plan().target()).own(job).stream()
        .filter(value -> state.plan().own(value.column()).isPresent())
        .toList();
  }

  /**
   * Notes what one of the person's own columns is to say.
   *
   * @throws IllegalArgumentException with a sentence where the column cannot say that
   */
  public void write(TrackerState state, long job, String column, String text) {
    OwnColumn own = state.plan().own(column).orElseThrow(() -> noColumn(column));
    String plain = text.replace("\r\n", "\n").strip();
    if (CellText.read(own.kind(), plain).isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" does not fit the column \"%s\", expected %s."
              .formatted(CellText.cut(plain, 60), own.name(), KindWords.english(own.kind())));
    }
    OwnValue _ =
        ledger
            .book(state.key(), state.plan().target())
            .change(
                job,
                column,
                value -> value.written(plain),
                (before, after) ->
                    Optional.of(
                        new String[] {
                          "settled", OwnColumns.diff(own, before.here(), after.here()).said()
                        }));
    wished();
  }

  private static IllegalArgumentException noColumn(String column) {
    return new IllegalArgumentException(
        "Column \"%s\": it is none of yours in this table. Reload the page.".formatted(column));
  }

  /** The settings were just found to work: whatever was wrong is tried again. */
  private void mended(String key) {
    if (ledger.state(key).flatMap(TrackerState::trouble).isPresent()) {
      ledger.works(key);
      changed();
    }
  }

  /** Whether a table may be pushed to now by itself. */
  boolean isReady(TrackerState state) {
    return state.isReady(clock.instant())
        && tracker(state.key()).filter(Tracking::isUsable).isPresent();
  }

  /** Whether it is connected, and the current tenant may use it. */
  public static boolean isUsable(Connection tracker) {
    return tracker.isConnected() && tracker.locked().isEmpty();
  }

  /** Whether the table says something else than it should, as far as is known here. */
  boolean hasWork(TrackerState state) {
    return sync.hasWork(state);
  }

  /** What a job is called. */
  public String title(long job) {
    return jobs.findById(job)
        .map(
            known ->
                known.posting().title()
                    + known.posting().company().map(company -> ", " + company).orElse(""))
        .orElse("Job " + job);
  }

  private String name(String key) {
    return tracker(key).map(Connection::name).orElse(key);
  }

  private String push(TaskRun run) throws TaskFailedException, InterruptedException {
    return with(
        run,
        state -> {
          Pushed pushed = sync.push(state, run);
          lately.put(Tenant.current().id() + " " + state.key(), pushed);
          return pushed.sentence();
        });
  }

  private String tryOut(TaskRun run) throws TaskFailedException, InterruptedException {
    return with(
        run,
        state -> {
          Trial trial = sync.tryOut(state, run);
          return "%d would be added, %d changed, %d archived; %d are up to date."
              .formatted(trial.added(), trial.changed(), trial.archived(), trial.same());
        });
  }

  @FunctionalInterface
  private interface Deed {
    String with(TrackerState state) throws ExtensionException, InterruptedException;
  }

  /** One at a time with each table: two that write would each think that a row is missing. */
  private String with(TaskRun run, Deed deed) throws TaskFailedException, InterruptedException {
    String key = run.params();
    ReentrantLock lock =
        locks.computeIfAbsent(
            Tenant.current().id() + " " + key, tenantAndKey -> new ReentrantLock());
    lock.lockInterruptibly();
    try {
      TrackerState state =
          ledger
              .state(key)
              .orElseThrow(
                  () ->
                      new TaskFailedException(
                          "No table was chosen for %s. Choose one under Settings → Integrations."
                              .formatted(name(key))));
      return deed.with(state);
    } catch (ExtensionException failed) {
      failed(key, failed);
      throw new TaskFailedException(String.valueOf(failed.getMessage()), failed);
    } catch (PluginBugException bug) {
      ledger.failed(key, Optional.of(clock.instant().plus(Pauses.after(5))), bug.sentence());
      throw new TaskFailedException(bug.sentence(), bug);
    } finally {
      lock.unlock();
      changed();
    }
  }

  private void failed(String key, ExtensionException failed) {
    boolean isNoFault =
        failed.kind() == Kind.UNSUPPORTED && tracker(key).filter(Tracking::isUsable).isEmpty();
    if (!isNoFault) {
      int failures =
          ledger.state(key).flatMap(TrackerState::trouble).map(Trouble::failures).orElse(0);
      Optional<Instant> until = Pauses.until(failed, failures, clock.instant());
      ledger.failed(key, until, String.valueOf(failed.getMessage()));
    }
  }

  private void wished() {
    live.changed(Tenant.current().id(), WISHES);
    changed();
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }
}
