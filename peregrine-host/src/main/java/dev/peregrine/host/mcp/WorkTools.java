package dev.peregrine.host.mcp;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.mcp.Tool.Effect;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Searches, and work that goes on in the background. */
final class WorkTools {

  private static final int SHOWN = 20;

  private final SearchProfiles profiles;
  private final Discovery discovery;
  private final Tasks tasks;

  WorkTools(SearchProfiles profiles, Discovery discovery, Tasks tasks) {
    this.profiles = profiles;
    this.discovery = discovery;
    this.tasks = tasks;
  }

  List<Tool<?, ?>> all() {
    return List.of(
        new Tool<>(
            "list_searches",
            "List the searches",
            "The person's stored searches: what they look for and where.",
            Scope.READ,
            Effect.LOOKS,
            Nothing.class,
            Searches.class,
            nothing -> searches()),
        new Tool<>(
            "find_new_jobs",
            "Search the boards",
            "Searches the job boards of the stored searches for new postings. A task does it, "
                + "which takes a minute or more: see get_task, then search_jobs.",
            Scope.RUN,
            Effect.FETCHES,
            Errand.class,
            Begun.class,
            this::find),
        new Tool<>(
            "list_tasks",
            "List background work",
            "The newest tasks, whatever became of them, the newest first.",
            Scope.READ,
            Effect.LOOKS,
            Nothing.class,
            Listed.class,
            nothing -> list()),
        new Tool<>(
            "get_task",
            "Look at a task",
            "How far a task is and what came of it.",
            Scope.READ,
            Effect.LOOKS,
            Which.class,
            TaskLine.class,
            this::get),
        new Tool<>(
            "cancel_task",
            "Stop a task",
            "Stops a task that waits or runs; what it brought so far stays.",
            Scope.RUN,
            Effect.CHANGES,
            Which.class,
            TaskLine.class,
            this::cancel));
  }

  record Search(String name, List<String> titles, List<String> locations, List<String> boards) {

    static Search of(SearchProfile profile) {
      return new Search(profile.name(), profile.titles(), profile.locations(), profile.boards());
    }
  }

  record Searches(List<Search> searches) {}

  private Searches searches() {
    return new Searches(profiles.all().stream().map(Search::of).toList());
  }

  record Errand(
      @Says("Names of stored searches; all of them where not given.") List<String> searches) {

    Errand {
      searches = searches == null ? List.of() : List.copyOf(searches);
    }
  }

  /** Work that goes on. */
  record Begun(
      @Says("For get_task.") long task,
      @Says("False where the same work was under way already; this is its task.") boolean isNew) {

    static Begun of(Submitted submitted) {
      return new Begun(submitted.id(), submitted.isNew());
    }
  }

  private Begun find(Errand errand) {
    List<SearchProfile> all = profiles.all();
    if (all.isEmpty()) {
      throw new ToolException(
          "There is no search yet. The person makes one in Peregrine, under Searches.");
    }
    for (String name : errand.searches()) {
      if (all.stream().noneMatch(profile -> profile.name().equals(name))) {
        throw new ToolException(
            "Search \"%s\": expected one of %s."
                .formatted(
                    Foreign.line(name),
                    String.join(", ", all.stream().map(SearchProfile::name).toList())));
      }
    }
    return Begun.of(discovery.start(errand.searches(), List.of()));
  }

  record TaskLine(
      long task,
      String title,
      TaskState state,
      @Says("What it is doing now.") Optional<String> step,
      long done,
      @Says("Left out where it is not known.") Optional<Long> total,
      @Says("What came of it.") Optional<String> result,
      @Says("Why it failed.") Optional<String> error,
      Instant created) {

    static TaskLine of(Task task) {
      return new TaskLine(
          task.id(),
          Foreign.line(task.title()),
          task.state(),
          said(task.step()),
          task.done(),
          Optional.of(task.total()).filter(total -> total > 0),
          said(task.result()),
          said(task.error()),
          task.created());
    }

    private static Optional<String> said(String text) {
      return Optional.of(text).filter(some -> !some.isEmpty()).map(Foreign::line);
    }
  }

  record Listed(List<TaskLine> tasks) {}

  private Listed list() {
    return new Listed(tasks.recent(SHOWN).stream().map(TaskLine::of).toList());
  }

  record Which(@Says("The task's number.") long task) {}

  private TaskLine get(Which which) {
    return tasks
        .find(which.task())
        .map(TaskLine::of)
        .orElseThrow(
            () ->
                new ToolException(
                    "There is no task \"%d\". See list_tasks.".formatted(which.task())));
  }

  private TaskLine cancel(Which which) {
    TaskLine before = get(which);
    if (!tasks.cancel(which.task())) {
      throw new ToolException(
          "Task \"%d\" is over already: %s. Nothing was stopped."
              .formatted(which.task(), before.state().key()));
    }
    return get(which);
  }
}
