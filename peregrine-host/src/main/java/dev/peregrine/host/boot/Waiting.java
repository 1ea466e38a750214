package dev.peregrine.host.boot;

import dev.peregrine.host.tasks.Task;
import java.util.HashSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for background work and says what it is doing. */
final class Waiting {

  private final Peregrine peregrine;

  Waiting(Peregrine peregrine) {
    this.peregrine = peregrine;
  }

  /**
   * Waits until a task is over. Wakes on changes; looks by itself too, because another program may
   * run it.
   */
  Task untilEnded(long id, Output output) throws Exception {
    var changes = new Semaphore(0);
    try (var listening =
        peregrine.live().listen(peregrine.tenant().id(), topic -> changes.release())) {
      String said = "";
      while (true) {
        Task task =
            peregrine
                .tasks()
                .find(id)
                .orElseThrow(() -> new FailedException("Task \"%d\" is gone.".formatted(id)));
        switch (task.state()) {
          case COMPLETED, FAILED, CANCELLED -> {
            return task;
          }
          case QUEUED, RUNNING -> {
            if (!task.step().isEmpty() && !task.step().equals(said)) {
              said = task.step();
              output.message(said);
            }
          }
        }
        changes.tryAcquire(1, TimeUnit.SECONDS);
        changes.drainPermits();
      }
    }
  }

  /** Waits for what the work started in turn, such as scoring. */
  void untilIdle(Output output) throws Exception {
    var seen = new HashSet<Long>();
    while (true) {
      var next =
          peregrine.tasks().active().stream()
              .mapToLong(Task::id)
              .filter(id -> !seen.contains(id))
              .findFirst();
      if (next.isEmpty()) {
        return;
      }
      seen.add(next.getAsLong());
      untilEnded(next.getAsLong(), output);
    }
  }
}
