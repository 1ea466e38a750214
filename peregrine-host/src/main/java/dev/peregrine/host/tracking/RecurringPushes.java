package dev.peregrine.host.tracking;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.schedules.Recurrence;
import dev.peregrine.host.schedules.Recurring;
import java.time.Duration;
import java.util.List;

/** Pushes to each table at its times. */
public final class RecurringPushes implements Recurrence {

  private static final String PREFIX = "tracker:";
  private static final Duration JITTER = Duration.ofMinutes(2);

  private final Tracking tracking;

  public RecurringPushes(Tracking tracking) {
    this.tracking = tracking;
  }

  @Override
  public List<Recurring> current() {
    return tracking.states().stream()
        .filter(state -> state.plan().on())
        .flatMap(
            state ->
                tracking.tracker(state.key()).filter(Tracking::isUsable).stream()
                    .map(
                        tracker ->
                            new Recurring(
                                PREFIX + state.key(),
                                t("tracking.pushes", "name", tracker.name()),
                                path(state.key()),
                                state.plan().when(),
                                true,
                                JITTER)))
        .toList();
  }

  @Override
  public void begin(List<Recurring> due) {
    for (Recurring each : due) {
      tracking
          .state(each.key().substring(PREFIX.length()))
          .filter(tracking::isReady)
          .ifPresent(state -> tracking.begin(state.key()));
    }
  }

  /** The page of a table. */
  public static String path(String key) {
    return "/settings/integrations/" + key.substring(key.indexOf('/') + 1) + "/table";
  }
}
