package dev.peregrine.host.tracking;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.tasks.TaskRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Hands rows over to a tracker, as many at once as it takes, and hears what became of each. */
final class Pushing {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Integrations integrations;
  private final String key;
  private final Plan plan;
  private final int batch;
  private final TaskRun run;

  Pushing(Integrations integrations, String key, Plan plan, int batch, TaskRun run) {
    this.integrations = integrations;
    this.key = key;
    this.plan = plan;
    this.batch = batch;
    this.run = run;
  }

  /** One of the two ways to hand rows over. */
  @FunctionalInterface
  interface Way {
    void hand(
        Tracker tracker,
        Tracker.Push push,
        dev.peregrine.api.integration.IntegrationContext context,
        java.util.function.Consumer<PushOutcome> done)
        throws ExtensionException, InterruptedException;
  }

  /**
   * Hands all over.
   *
   * @param before how many of all that is to be done were done before
   * @param all how many there are
   * @param told hears each outcome once, also of those before a failure
   * @return those of which nothing was said
   */
  <T> List<T> hand(
      List<T> todo,
      Function<T, TrackerRow> row,
      Way way,
      boolean dryRun,
      int before,
      int all,
      BiConsumer<T, PushOutcome> told)
      throws ExtensionException, InterruptedException {
    var unsaid = new ArrayList<T>();
    for (int from = 0; from < todo.size(); from += batch) {
      List<T> some = todo.subList(from, Math.min(from + batch, todo.size()));
      run.of(before + from, all);
      unsaid.addAll(one(some, row, way, dryRun, before + from, all, told));
    }
    run.of(before + todo.size(), all);
    return unsaid;
  }

  private <T> List<T> one(
      List<T> some,
      Function<T, TrackerRow> row,
      Way way,
      boolean dryRun,
      int before,
      int all,
      BiConsumer<T, PushOutcome> told)
      throws ExtensionException, InterruptedException {
    Map<String, T> open = new HashMap<>();
    some.forEach(each -> open.put(row.apply(each).externalId(), each));
    var push =
        new Tracker.Push(
            plan.target(),
            plan.column(Field.ID).orElseThrow().column(),
            some.stream().map(row).toList(),
            dryRun);
    var over = new AtomicBoolean();
    try {
      return integrations.call(
          key,
          Tracker.class,
          LONGEST,
          (tracker, context) -> {
            way.hand(
                tracker,
                push,
                context,
                outcome -> {
                  synchronized (open) {
                    // What a call says that was given up counts for nothing: it comes again.
                    Optional<T> whose =
                        over.get() || outcome == null
                            ? Optional.empty()
                            : Optional.ofNullable(open.remove(outcome.externalId()));
                    whose.ifPresent(each -> told.accept(each, outcome));
                    run.of(before + some.size() - open.size(), all);
                  }
                });
            synchronized (open) {
              return List.copyOf(open.values());
            }
          });
    } finally {
      synchronized (open) {
        over.set(true);
      }
    }
  }

  /** Of what a tracker said of a row, whether it may be tried again as it is. */
  static boolean mayComeAgain(PushOutcome.Failed failed) {
    return switch (failed.why().kind()) {
      case RATE_LIMITED, UNAVAILABLE -> true;
      case BAD_SETTINGS, REFUSED, CHANGED_REMOTE, UNSUPPORTED -> false;
    };
  }
}
