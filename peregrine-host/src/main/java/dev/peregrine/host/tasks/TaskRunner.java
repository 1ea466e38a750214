package dev.peregrine.host.tasks;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Database;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks, each on a virtual thread of its own with its tenant bound, and writes down what
 * became of them.
 */
final class TaskRunner {

  private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
  private static final Duration LAST_WAIT = Duration.ofSeconds(10);
  private static final String STOPPED =
      Task.INTERRUPTED + "because Peregrine was stopped. Retry to run it again.";

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();
  private final Map<String, TaskHandler> handlers = new ConcurrentHashMap<>();
  private final TaskLimits limits;
  private final TaskTurns turns;
  private final Map<Place, LiveTask> running = new ConcurrentHashMap<>();
  private final List<TaskListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean closing;

  private record Place(Tenant tenant, long id) {}

  TaskRunner(Databases databases, Live live, InstantSource clock, TaskLimits limits) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
    this.limits = limits;
    this.turns = new TaskTurns(limits.places(), limits.atOnce());
  }

  List<String> types() {
    return handlers.keySet().stream().sorted().toList();
  }

  void register(String type, Gate gate, TaskHandler handler) {
    gates.put(type, gate);
    if (handlers.putIfAbsent(type, handler) != null) {
      throw new IllegalStateException("Task type \"%s\" has two handlers.".formatted(type));
    }
  }

  boolean knows(String type) {
    return handlers.containsKey(type);
  }

  Gate gate(String type) {
    return gates.getOrDefault(type, Gate.OPEN);
  }

  boolean isClosing() {
    return closing;
  }

  /** The current tenant's task, if it waits or runs in this program. */
  Optional<LiveTask> find(long id) {
    return Optional.ofNullable(running.get(new Place(Tenant.current(), id)));
  }

  /** Whether the current tenant has as many tasks as one may have. */
  boolean isFull() {
    Tenant tenant = Tenant.current();
    return limits.queued() > 0
        && running.keySet().stream().filter(place -> place.tenant().equals(tenant)).count()
            >= limits.queued();
  }

  int queued() {
    return limits.queued();
  }

  /** Whether a task of the current tenant waits or runs in this program. */
  boolean isWorking() {
    Tenant tenant = Tenant.current();
    return running.keySet().stream().anyMatch(place -> place.tenant().equals(tenant));
  }

  /** Interrupts what runs and waits a little for it. What waits stays queued for the next start. */
  void close() {
    closing = true;
    running.values().forEach(LiveTask::interrupt);
    running.forEach(
        (place, task) -> {
          if (!endsSoon(task)) {
            LOG.warn("Task {} did not end when it was interrupted.", place.id());
            place.tenant().run(() -> fail(place.id(), STOPPED));
          }
        });
  }

  void end(Tenant tenant) {
    List<LiveTask> theirs =
        running.entrySet().stream()
            .filter(each -> each.getKey().tenant().equals(tenant))
            .map(Map.Entry::getValue)
            .toList();
    theirs.forEach(LiveTask::interrupt);
    theirs.forEach(
        task -> {
          if (!endsSoon(task)) {
            LOG.warn("Task {} did not end when its tenant went.", task.id());
          }
        });
  }

  void listen(TaskListener listener) {
    listeners.add(listener);
  }

  private void tell(String type, TaskState state) {
    for (TaskListener listener : listeners) {
      try {
        listener.ended(type, state);
      } catch (RuntimeException broken) {
        LOG.warn("A listener of tasks failed at one of type {}.", type, broken);
      }
    }
  }

  private static boolean endsSoon(LiveTask task) {
    Thread thread = task.thread();
    try {
      return thread == null || thread.join(LAST_WAIT);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void launch(String type, long id, String params) {
    Tenant tenant = Tenant.current();
    var task = new LiveTask(id, params, this::progressed, () -> turns.letOthers(tenant, type));
    Thread thread =
        Thread.ofVirtual()
            .name("task-" + id)
            .unstarted(Tenant.carry(() -> waitAndRun(tenant, type, task)));
    task.runOn(thread);
    running.put(new Place(tenant, id), task);
    thread.start();
  }

  private void waitAndRun(Tenant tenant, String type, LiveTask task) {
    boolean has = false;
    try {
      turns.take(tenant, type);
      has = true;
      run(type, task);
    } catch (InterruptedException whileWaiting) {
      LOG.debug("Task {} was cancelled, or Peregrine stopped, before it began.", task.id());
    } catch (StorageException cannotTell) {
      LOG.error("What became of task {} could not be stored.", task.id(), cannotTell);
    } finally {
      if (has && task.hasTurn()) {
        turns.giveBack(tenant, type);
      }
      running.remove(new Place(tenant, task.id()));
      changed();
    }
  }

  private void run(String type, LiveTask task) {
    boolean begins =
        !closing
            && database()
                .write(
                    mappers -> mappers.of(TaskMapper.class).start(task.id(), clock.millis()) == 1);
    if (!begins) {
      return;
    }
    task.begun();
    changed();
    try {
      gate(type).pass();
      limits.before().accept(type);
      String result = handler(type).run(task);
      finish(task, TaskState.COMPLETED, result, "");
      tell(type, TaskState.COMPLETED);
    } catch (Throwable thrown) {
      // Errors too: a page must not show a task that runs for ever.
      finish(task, TaskState.FAILED, "", failure(task, thrown));
      tell(type, TaskState.FAILED);
    }
  }

  private String failure(LiveTask task, Throwable thrown) {
    if (task.isCancelled()) {
      // Its row says so already.
      return "";
    }
    if (closing && (thrown instanceof InterruptedException || Thread.interrupted())) {
      return STOPPED;
    }
    if (!FailureText.isForPeople(thrown)) {
      LOG.error("Task {} failed.", task.id(), thrown);
    }
    return FailureText.of(thrown);
  }

  private void finish(LiveTask task, TaskState state, String result, String error) {
    LiveTask.Progress last = task.progress();
    database()
        .write(
            mappers -> {
              TaskMapper tasks = mappers.of(TaskMapper.class);
              tasks.progress(task.id(), last.step(), last.done(), last.total());
              return tasks.finish(task.id(), state.key(), result, error, clock.millis());
            });
  }

  void fail(long id, String error) {
    database().write(mappers -> mappers.of(TaskMapper.class).fail(id, error, clock.millis()));
  }

  private void progressed(LiveTask task) {
    changed();
    if (task.isDue(clock.millis())) {
      LiveTask.Progress now = task.progress();
      database()
          .write(
              mappers ->
                  mappers
                      .of(TaskMapper.class)
                      .progress(task.id(), now.step(), now.done(), now.total()));
    }
  }

  private TaskHandler handler(String type) throws TaskFailedException {
    TaskHandler handler = handlers.get(type);
    if (handler == null) {
      throw new TaskFailedException(nobodyRuns(type));
    }
    return handler;
  }

  static String nobodyRuns(String type) {
    return "Nothing in this Peregrine runs tasks of the type \"%s\". The plugin or version that did is gone; install it again to retry."
        .formatted(type);
  }

  private Database database() {
    return databases.current();
  }

  void changed() {
    live.changed(Tenant.current().id(), "tasks");
  }
}
