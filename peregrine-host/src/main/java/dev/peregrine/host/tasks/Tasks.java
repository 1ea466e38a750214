package dev.peregrine.host.tasks;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.shares.OverShareException;
import dev.peregrine.host.storage.Database;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.TaskMapper.TaskData;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Background work of the current tenant. A task waits and runs on a virtual thread with its tenant
 * bound; what becomes of it is in its row before anybody is told.
 */
public final class Tasks implements AutoCloseable {

  private static final String CANCELLED = "Cancelled.";
  private static final String RESTARTED = Task.INTERRUPTED + "by restart. Retry to run it again.";

  private final Databases databases;
  private final InstantSource clock;
  private final TaskRunner runner;

  /**
   * @param limits how many tasks of a type run at once, the others wait; types not named have no
   *     limit
   */
  public Tasks(Databases databases, Live live, InstantSource clock, Map<String, Integer> limits) {
    this(databases, live, clock, TaskLimits.ofTypes(limits));
  }

  public Tasks(Databases databases, Live live, InstantSource clock, TaskLimits limits) {
    this.databases = databases;
    this.clock = clock;
    this.runner = new TaskRunner(databases, live, clock, limits);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(TaskMapper.class);
  }

  /** Says who does the tasks of a type. */
  public void register(String type, TaskHandler handler) {
    register(type, Gate.OPEN, handler);
  }

  /**
   * The same for what only some tenants may use.
   *
   * @param gate asked when a task is submitted and again before it runs, since it may have been
   *     shut while the task waited
   */
  public void register(String type, Gate gate, TaskHandler handler) {
    runner.register(type, gate, handler);
  }

  /** Has somebody told of every end from now on; called while the program is wired. */
  public void listen(TaskListener listener) {
    runner.listen(listener);
  }

  /** Interrupts what runs for somebody who goes for good, and waits a little for it. */
  public void end(Tenant tenant) {
    runner.end(tenant);
  }

  /** All types that somebody does, sorted. */
  public List<String> types() {
    return runner.types();
  }

  /**
   * Has work done, unless a task of that type and key waits or runs already.
   *
   * @param key what makes it the same work as another; may be empty
   * @param title what it does, for a person
   * @param params for the handler
   * @throws dev.peregrine.host.tenancy.LockedException where the current tenant may not use it
   * @throws OverShareException where they have as many tasks as one may have; never for work
   *     without a key, of which there is one at most
   */
  public Submitted submit(String type, String key, String title, String params) {
    if (!runner.knows(type)) {
      throw new IllegalArgumentException(
          "Task type \"%s\": nothing was registered to run it.".formatted(type));
    }
    runner.gate(type).pass();
    if (runner.isClosing()) {
      throw new IllegalStateException("Peregrine is stopping and begins no more tasks.");
    }
    Submitted submitted =
        database()
            .write(
                mappers -> {
                  TaskMapper tasks = mappers.of(TaskMapper.class);
                  return tasks
                      .live(type, key)
                      .map(same -> new Submitted(same, false))
                      .orElseGet(
                          () -> {
                            if (!key.isEmpty() && runner.isFull()) {
                              throw OverShareException.tasks(runner.queued());
                            }
                            return new Submitted(
                                tasks.add(type, key, title, params, clock.millis()), true);
                          });
                });
    if (submitted.isNew()) {
      runner.changed();
      runner.launch(type, submitted.id(), params);
    }
    return submitted;
  }

  /**
   * Cancels a task that waits or runs: it is interrupted, and what it still brings is not kept.
   *
   * @return false if it was over already
   */
  public boolean cancel(long id) {
    boolean cancelled =
        database()
            .write(
                mappers -> mappers.of(TaskMapper.class).cancel(id, CANCELLED, clock.millis()) == 1);
    if (cancelled) {
      runner.find(id).ifPresent(LiveTask::cancel);
      runner.changed();
    }
    return cancelled;
  }

  /**
   * Does the work of a finished task again, as a new task. If nothing in this Peregrine runs its
   * type any more, the new task has failed already and says so.
   *
   * @throws IllegalArgumentException if there is no such task
   */
  public Submitted retry(long id) {
    TaskData old =
        database()
            .read(mappers -> mappers.of(TaskMapper.class).find(id))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Task \"%d\": there is none with that number.".formatted(id)));
    if (state(old).isLive()) {
      return new Submitted(id, false);
    }
    if (runner.knows(old.type())) {
      return submit(old.type(), old.key(), old.title(), old.params());
    }
    long failed =
        database()
            .write(
                mappers ->
                    mappers
                        .of(TaskMapper.class)
                        .addFailed(
                            old.type(),
                            old.key(),
                            old.title(),
                            old.params(),
                            TaskRunner.nobodyRuns(old.type()),
                            clock.millis()));
    runner.changed();
    return new Submitted(failed, true);
  }

  /** The tasks that wait or run, the eldest first. */
  public List<Task> active() {
    return database().read(mappers -> mappers.of(TaskMapper.class).active()).stream()
        .map(this::task)
        .toList();
  }

  /** The task of that type and key that waits or runs. */
  public Optional<Task> active(String type, String key) {
    return database()
        .read(
            mappers -> {
              TaskMapper tasks = mappers.of(TaskMapper.class);
              return tasks.live(type, key).flatMap(tasks::find);
            })
        .map(this::task);
  }

  /** The newest tasks, whatever became of them, the newest first. */
  public List<Task> recent(int n) {
    return database().read(mappers -> mappers.of(TaskMapper.class).recent(n)).stream()
        .map(this::task)
        .toList();
  }

  /** The newest tasks before one, the newest first. */
  public List<Task> before(long id, int n) {
    return database().read(mappers -> mappers.of(TaskMapper.class).before(id, n)).stream()
        .map(this::task)
        .toList();
  }

  public Optional<Task> find(long id) {
    return database().read(mappers -> mappers.of(TaskMapper.class).find(id)).map(this::task);
  }

  /** Whether a task of the current tenant waits or runs in this program; asks no database. */
  public boolean isWorking() {
    return runner.isWorking();
  }

  /**
   * Puts the current tenant's tasks in order after a start: those that ran when the program ended
   * have failed and say so, those that waited are begun.
   */
  public void interruptedAtStart() {
    for (TaskData task : database().read(mappers -> mappers.of(TaskMapper.class).active())) {
      if (runner.find(task.id()).isPresent()) {
        continue;
      }
      if (state(task) == TaskState.RUNNING) {
        runner.fail(task.id(), RESTARTED);
      } else if (!runner.knows(task.type())) {
        runner.fail(task.id(), TaskRunner.nobodyRuns(task.type()));
      } else {
        runner.launch(task.type(), task.id(), task.params());
      }
    }
    runner.changed();
  }

  /** Interrupts what runs and waits a little for it. What waits stays queued for the next start. */
  @Override
  public void close() {
    runner.close();
  }

  private Task task(TaskData data) {
    LiveTask.Progress progress =
        runner
            .find(data.id())
            .filter(own -> own.isRunning() && state(data) == TaskState.RUNNING)
            .map(LiveTask::progress)
            .orElseGet(() -> new LiveTask.Progress(data.step(), data.done(), data.total()));
    return new Task(
        data.id(),
        data.type(),
        data.title(),
        state(data),
        progress.step(),
        progress.done(),
        progress.total(),
        data.result(),
        data.error(),
        Instant.ofEpochMilli(data.created()),
        Optional.ofNullable(data.started()).map(Instant::ofEpochMilli),
        Optional.ofNullable(data.finished()).map(Instant::ofEpochMilli));
  }

  private static TaskState state(TaskData data) {
    return TaskState.valueOf(data.state().toUpperCase(Locale.ROOT));
  }

  private Database database() {
    return databases.current();
  }
}
