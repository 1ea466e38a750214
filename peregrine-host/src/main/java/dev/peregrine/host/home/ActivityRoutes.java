package dev.peregrine.host.home;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.web.Activity;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** The drawer of running work. */
public final class ActivityRoutes implements Routes {

  private static final int EARLIER = 12;

  private final Tasks tasks;

  public ActivityRoutes(Tasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.activity(this::now);
    routes.post("/tasks/{id}/stop", this::stop);
    routes.post("/tasks/{id}/again", this::again);
  }

  private Activity now(Times times) {
    List<Activity.Row> running =
        tasks.active().stream()
            .sorted(Comparator.comparing(Task::created))
            .map(task -> row(task, times))
            .toList();
    List<Activity.Row> earlier =
        tasks.recent(EARLIER * 2).stream()
            .filter(task -> !task.state().isLive())
            .limit(EARLIER)
            .map(task -> row(task, times))
            .toList();
    return new Activity(running, earlier);
  }

  private static Activity.Row row(Task task, Times times) {
    boolean live = task.state().isLive();
    return new Activity.Row(
        task.id(),
        task.title(),
        sentence(task),
        task.finished().map(times::moment).orElse(""),
        live && task.total() > 0
            ? OptionalDouble.of(Math.clamp((double) task.done() / task.total(), 0, 1))
            : OptionalDouble.empty(),
        icon(task.state()),
        live,
        task.state() == TaskState.FAILED || task.state() == TaskState.CANCELLED);
  }

  private static String sentence(Task task) {
    return switch (task.state()) {
      case QUEUED -> t("home.waiting-for-its-turn");
      case RUNNING -> task.step().isEmpty() ? t("home.running") : task.step();
      case COMPLETED -> task.result();
      case FAILED, CANCELLED -> task.error();
    };
  }

  private static Icon icon(TaskState state) {
    return switch (state) {
      case QUEUED, RUNNING -> Icon.CLOCK;
      case COMPLETED -> Icon.CHECK;
      case FAILED -> Icon.WARN;
      case CANCELLED -> Icon.STOP;
    };
  }

  private void stop(Visit visit) {
    tasks.cancel(visit.id("id"));
    done(visit, Toast.of(t("home.stopped")));
  }

  private void again(Visit visit) {
    tasks.retry(visit.id("id"));
    done(visit, Toast.of(t("home.started-again")));
  }

  private static void done(Visit visit, Toast toast) {
    if (visit.wantsParts()) {
      visit.nothing(); // the live parts show it
    } else {
      visit.go("/", toast);
    }
  }
}
