package dev.peregrine.host.rest;

import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Work in the background. */
final class TaskOperations {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Tasks tasks;

  TaskOperations(Tasks tasks) {
    this.tasks = tasks;
  }

  record TaskView(
      long id,
      String type,
      String title,
      TaskState state,
      @Meaning("What it is doing now.") Optional<String> step,
      @Meaning("How much of total is done.") long done,
      @Meaning("Null where that is not known.") Optional<Long> total,
      @Meaning("A sentence once it is completed.") Optional<String> result,
      @Meaning("A sentence once it failed or was cancelled.") Optional<String> error,
      Instant created,
      Optional<Instant> started,
      Optional<Instant> finished) {

    static TaskView of(Task task) {
      return new TaskView(
          task.id(),
          task.type(),
          task.title(),
          task.state(),
          filled(task.step()),
          task.done(),
          task.total() == 0 ? Optional.empty() : Optional.of(task.total()),
          filled(task.result()),
          filled(task.error()),
          task.created(),
          task.started(),
          task.finished());
    }

    private static Optional<String> filled(String text) {
      return Optional.of(text).filter(each -> !each.isEmpty());
    }
  }

  record TaskList(
      List<TaskView> items,
      @Meaning("Give it as cursor to get the next page; null on the last.")
          Optional<String> next) {}

  record Begun(
      TaskView task,
      @Meaning("False where such a task was waiting or running already.") boolean isNew) {}

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.get(
            Topic.TASKS,
            "listTasks",
            "/tasks",
            "Lists tasks, the newest first.",
            List.of(
                Parameter.whole("limit", 1, MOST, "How many on a page; 50 where it is left out."),
                Parameter.text("cursor", "The next of the page before.")),
            TaskList.class,
            this::list),
        Operation.get(
            Topic.TASKS,
            "getTask",
            "/tasks/{task}",
            "Says how a task stands.",
            List.of(),
            TaskView.class,
            asked -> task(asked.id("task"))),
        Operation.post(
            Topic.TASKS,
            Scope.RUN,
            "cancelTask",
            "/tasks/{task}/cancel",
            "Stops a task that waits or runs.",
            Operation.Nothing.class,
            List.of(200),
            TaskView.class,
            (asked, _) -> cancel(asked.id("task"))));
  }

  private TaskList list(Asked asked) {
    int limit = asked.whole("limit").orElse(USUAL);
    long before = asked.text("cursor").map(TaskOperations::position).orElse(Long.MAX_VALUE);
    // One more than asked for tells whether there is another page.
    List<Task> found = tasks.before(before, limit + 1);
    List<Task> shown = found.subList(0, Math.min(limit, found.size()));
    return new TaskList(
        shown.stream().map(TaskView::of).toList(),
        found.size() > limit ? Optional.of(cursor(shown.getLast().id())) : Optional.empty());
  }

  private static String cursor(long id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("t" + id).getBytes(StandardCharsets.US_ASCII));
  }

  private static long position(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.matches("t\\d{1,18}")) {
        return Long.parseLong(text.substring(1));
      }
    } catch (IllegalArgumentException notOurs) {
      // said below, as any other that is none
    }
    throw Refusal.invalid(
        "cursor is \"%s\", expected one that a page gave as its next. Begin at the first page."
            .formatted(cursor));
  }

  private TaskView task(long id) {
    return tasks.find(id).map(TaskView::of).orElseThrow(() -> Refusal.none("Task", id));
  }

  private Result<TaskView> cancel(long id) {
    if (!tasks.cancel(id)) {
      TaskView over = task(id);
      throw Refusal.stale("Task \"%d\" is over already: %s.".formatted(id, over.state().key()))
          .with("state", over.state().key());
    }
    return Result.of(task(id));
  }

  /** The answer where work was begun. */
  Result<Begun> begun(Submitted submitted) {
    return Result.accepted(
        new Begun(task(submitted.id()), submitted.isNew()), "/tasks/" + submitted.id());
  }
}
