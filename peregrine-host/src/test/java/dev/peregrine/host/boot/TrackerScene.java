package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tracking.Field;
import dev.peregrine.host.tracking.Mapped;
import dev.peregrine.host.tracking.OwnColumn;
import dev.peregrine.host.tracking.Plan;
import dev.peregrine.host.tracking.TrackerState;
import dev.peregrine.host.tracking.Tracking;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A table with something of everything: rows, one refused, two values to choose from, a trial. */
final class TrackerScene {

  private TrackerScene() {}

  static void play(World world, TrackerJar slate) throws Exception {
    Tracking tracking = world.connecting.tables().tracking();
    String key = TrackerJar.KEY;
    String _ = world.as(() -> world.connecting.integrations().connect(key, slate.settings()));
    slate.change(
        table -> {
          table.setProperty("col.jobs.g", "TEXT|Next step");
          table.setProperty("refuse", "Booking");
        });
    TrackerTarget target = world.as(() -> tracking.target(key, "jobs"));
    save(world, tracking, target, false);
    ended(world, world.as(() -> tracking.push(key)));
    long job = job(world);
    String row =
        slate.table().stringPropertyNames().stream()
            .filter(name -> name.matches("row\\.jobs\\.pg\\w+-" + job))
            .findFirst()
            .orElseThrow();
    slate.change(table -> table.setProperty(row + ".e", "Called Ada, she asks for a portfolio"));
    ended(world, world.as(() -> tracking.push(key)));
    world.as(
        () -> {
          tracking.write(tracking.state(key).orElseThrow(), job, "e", "Send the portfolio");
          return true;
        });
    slate.change(
        table -> {
          table.setProperty(row + ".e", "Ada called back:\nportfolio until Friday");
          table.setProperty("col.jobs.b", "NUMBER|Company name");
        });
    ended(world, world.as(() -> tracking.push(key)));
    save(world, tracking, target, true);
    ended(world, world.as(() -> tracking.tryOut(key)));
  }

  private static void save(World world, Tracking tracking, TrackerTarget target, boolean all)
      throws Exception {
    String key = TrackerJar.KEY;
    boolean saved =
        world.as(
            () ->
                tracking.save(
                    key,
                    new Plan(
                        "jobs",
                        target.name(),
                        target.link(),
                        tracking.suggested(target).entrySet().stream()
                            .filter(each -> all || each.getKey() != Field.STAGE)
                            .map(each -> Mapped.of(each.getKey(), each.getValue()))
                            .toList(),
                        tracking.suggestedOwn(target).stream().map(OwnColumn::of).toList(),
                        Set.of(Stage.PENDING, Stage.APPROVED, Stage.APPLIED),
                        "every 6 hours",
                        true,
                        true,
                        "en"),
                    tracking.state(key).map(TrackerState::version).orElse(0L)));
    assertThat(saved).isTrue();
  }

  /** A job that has a row. */
  static long job(World world) throws Exception {
    return world.as(
        () ->
            world
                .connecting
                .tables()
                .tracking()
                .log(TrackerJar.KEY, Optional.empty(), Optional.empty(), 500)
                .stream()
                .filter(entry -> entry.what().equals("added"))
                .mapToLong(entry -> entry.job())
                .min()
                .orElseThrow());
  }

  private static void ended(World world, Submitted submitted) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Task task = world.as(() -> world.tasks.find(submitted.id())).orElseThrow();
    while (task.state().isLive()) {
      assertThat(System.nanoTime()).as("%s", task).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
      task = world.as(() -> world.tasks.find(submitted.id())).orElseThrow();
    }
  }
}
