package dev.peregrine.host.notices;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tasks that failed; those that the end of the program broke off are none of them. */
public final class TaskHappenings implements Happenings {

  private static final Duration NEW = Duration.ofDays(2);
  private static final int LOOKED_AT = 200;

  private final Tasks tasks;

  public TaskHappenings(Tasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public Event event() {
    return Event.TASK_FAILED;
  }

  @Override
  public List<Happening> standing(ZonedDateTime now) {
    Instant since = now.toInstant().minus(NEW);
    return tasks.recent(LOOKED_AT).stream()
        .filter(task -> task.state() == TaskState.FAILED && !task.wasInterrupted())
        .filter(task -> task.finished().filter(since::isBefore).isPresent())
        .sorted(Comparator.comparingLong(Task::id))
        .map(TaskHappenings::happening)
        .toList();
  }

  private static Happening happening(Task task) {
    return Happening.of(
            "task:" + task.id(),
            Event.TASK_FAILED,
            t("notices.task", "task", task.title()),
            task.error(),
            "/",
            task.finished().orElse(task.created()))
        .withFacts(Map.of("task_id", Long.toString(task.id()), "task", task.type()));
  }
}
