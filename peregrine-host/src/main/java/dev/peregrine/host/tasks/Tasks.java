package dev.peregrine.host.tasks;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background work of the current tenant. The table is the queue; the work runs on virtual threads of
 * this program. A task that ended, or that somebody stopped, is never changed by a late result.
 */
public final class Tasks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
  private static final int KEPT = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String STOPPED = "Stopped.";
  private static final String INTERRUPTED =
      "Interrupted: Peregrine ended before this was done. What was found so far is kept; try again for the rest.";

  private record Place(String tenant, long id) {}

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;
  private final Map<String, TaskHandler> handlers = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();
  private final Map<Place, Going> going = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /**
   * @param limits how many tasks of a type run at once; types not named have no limit
   */
  public Tasks(Databases databases, Live live, InstantSource clock, Map<String, Integer> limits) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
    limits.forEach((type, most) -> turns.put(type, new Semaphore(most, true)));
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(TaskMapper.class);
  }

  /** Says who does the work of a type. Once a type, before anything is submitted. */
  public void register(String type, TaskHandler handler) {
    if (handlers.putIfAbsent(type, handler) != null) {
      throw new IllegalStateException("Tasks of type \"%s\" have a handler already.".formatted(type));
    }
  }

  /**
   * Puts work into the queue, unless the same waits or runs already.
   *
   * @param key with the type, what makes two tasks the same; may be empty
   * @param title what it does, for a person
   * @param params what the handler is told
   */
  public Submitted submit(String type, String key, String title, String params) {
    TaskHandler handler = handlers.get(type);
    if (handler == null) {
      throw new IllegalArgumentException(
          "Tasks of type \"%s\" have no handler, expected one of %s."
              .formatted(type, handlers.keySet()));
    }
    Submitted submitted =
        databases
            .current()
            .write(
                mappers -> {
                  TaskMapper tasks = mappers.of(TaskMapper.class);
                  Optional<Long> same = tasks.findLive(type, key);
                  if (same.isPresent()) {
                    return new Submitted(same.get(), false);
                  }
                  var task = new TaskMapper.NewTask(type, key, title, params, clock.instant());
                  tasks.add(task);
                  tasks.forgetAllBut(KEPT);
                  return new Submitted(task.id, true);
                });
    if (submitted.isNew()) {
      start(submitted.id(), type, params, handler);
    }
    return submitted;
  }

  private void start(long id, String type, String params, TaskHandler handler) {
    Tenant tenant = Tenant.current();
    var task = new Going(id, params, clock, this::store, () -> live.changed(tenant.id(), "tasks"));
    var place = new Place(tenant.id(), id);
    going.put(place, task);
    live.changed(tenant.id(), "tasks");
    Thread worker =
        Thread.ofVirtual()
            .name("task-" + type + "-" + id)
            .unstarted(
                Tenant.carry(
                    () -> {
                      try {
                        inTurn(task, type, handler);
                      } finally {
                        going.remove(place);
                        task.end();
                        live.changed(tenant.id(), "tasks");
                      }
                    }));
    task.runsOn(worker);
    worker.start();
  }

  private void inTurn(Going task, String type, TaskHandler handler) {
    Semaphore turn = turns.get(type);
    try {
      if (turn != null) {
        turn.acquire();
      }
      try {
        if (databases.current().write(m -> m.of(TaskMapper.class).begin(task.id(), clock.instant()))
            == 1) {
          live.changed(Tenant.current().id(), "tasks");
          run(task, handler);
        }
      } finally {
        if (turn != null) {
          turn.release();
        }
      }
    } catch (InterruptedException stopped) {
      end(task, closing ? TaskState.FAILED : TaskState.CANCELLED, "", closing ? INTERRUPTED : STOPPED);
    } catch (StorageException noDatabase) {
      LOG.error("Task {} could not be stored", task.id(), noDatabase);
    }
  }

  private void run(Going task, TaskHandler handler) {
    try {
      String result = handler.run(task);
      end(task, TaskState.COMPLETED, result, "");
    } catch (InterruptedException | CancellationException stopped) {
      end(task, closing ? TaskState.FAILED : TaskState.CANCELLED, "", closing ? INTERRUPTED : STOPPED);
    } catch (TaskFailedException | ExtensionException | StorageException said) {
      LOG.info("Task {} failed: {}", task.id(), said.getMessage());
      end(task, TaskState.FAILED, "", String.valueOf(said.getMessage()));
    } catch (Exception | LinkageError | StackOverflowError fault) {
      LOG.error("Task {} failed", task.id(), fault);
      end(
          task,
          TaskState.FAILED,
          "",
          "Something went wrong inside Peregrine: %s. The log in logs/ has the details."
              .formatted(fault.getClass().getSimpleName()));
    }
  }

  private void end(Going task, TaskState state, String result, String error) {
    // The interrupt has done its work; storing the end must not be interrupted by it.
    Thread.interrupted();
    databases
        .current()
        .write(
            mappers -> {
              TaskMapper tasks = mappers.of(TaskMapper.class);
              tasks.progress(task.id(), task.step(), task.done(), task.total());
              return tasks.end(task.id(), state.key(), result, error, clock.instant());
            });
  }

  private boolean store(Going task) {
    return databases
            .current()
            .write(
                mappers ->
                    mappers
                        .of(TaskMapper.class)
                        .progress(task.id(), task.step(), task.done(), task.total()))
        == 1;
  }

  /** Stops a task; false where it does not wait or run. What it stored so far stays. */
  public boolean cancel(long id) {
    int ended =
        databases
            .current()
            .write(
                mappers ->
                    mappers
                        .of(TaskMapper.class)
                        .end(id, TaskState.CANCELLED.key(), "", STOPPED, clock.instant()));
    Going task = going.get(new Place(Tenant.current().id(), id));
    if (task != null) {
      task.cancel();
    }
    live.changed(Tenant.current().id(), "tasks");
    return ended == 1;
  }

  /**
   * Does a task's work once more, as a new task.
   *
   * @throws IllegalArgumentException with a sentence where there is no such task
   */
  public Submitted retry(long id) {
    TaskMapper.TaskRow row =
        row(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Task \"%d\" is not there any more. Start its work anew.".formatted(id)));
    if (!handlers.containsKey(row.type())) {
      throw new IllegalArgumentException(
          "\"%s\" cannot be tried again: this version of Peregrine does not do \"%s\"."
              .formatted(row.title(), row.type()));
    }
    return submit(row.type(), row.key(), row.title(), row.params());
  }

  /** What waits or runs, oldest first. */
  public List<Task> active() {
    return databases.current().read(m -> m.of(TaskMapper.class).live()).stream()
        .map(this::task)
        .toList();
  }

  /** The newest tasks in any state, newest first. */
  public List<Task> recent(int n) {
    return databases.current().read(m -> m.of(TaskMapper.class).newest(n)).stream()
        .map(this::task)
        .toList();
  }

  /** The task of that id, if it is still kept. */
  public Optional<Task> find(long id) {
    return row(id).map(this::task);
  }

  private Optional<TaskMapper.TaskRow> row(long id) {
    return databases.current().read(mappers -> mappers.of(TaskMapper.class).findById(id));
  }

  private Task task(TaskMapper.TaskRow row) {
    Going now = going.get(new Place(Tenant.current().id(), row.id()));
    return new Task(
        row.id(),
        row.type(),
        row.title(),
        state(row.state()),
        now == null ? row.step() : now.step(),
        now == null ? row.done() : now.done(),
        now == null ? row.total() : now.total(),
        row.result(),
        row.error(),
        row.created(),
        Optional.ofNullable(row.started()),
        Optional.ofNullable(row.finished()));
  }

  private static TaskState state(String key) {
    for (TaskState state : TaskState.values()) {
      if (state.key().equals(key)) {
        return state;
      }
    }
    throw new IllegalStateException("Task state \"%s\" is unknown.".formatted(key));
  }

  /** Ends what an earlier program left in the queue. Call it where no other program can run tasks. */
  public void interruptedAtStart() {
    databases.current().write(m -> m.of(TaskMapper.class).endAll(INTERRUPTED, clock.instant()));
    live.changed(Tenant.current().id(), "tasks");
  }

  /** Stops what runs and waits a few seconds for it. */
  @Override
  public void close() {
    closing = true;
    List<Going> left = List.copyOf(going.values());
    left.forEach(Going::cancel);
    try {
      for (Going task : left) {
        if (!task.awaitEnd(PATIENCE)) {
          LOG.warn("Task {} did not stop", task.id());
        }
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
