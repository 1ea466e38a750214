package dev.peregrine.host.liveness;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.SchedulesFile;
import dev.peregrine.host.schedules.Recurrence;
import dev.peregrine.host.schedules.Recurring;
import java.time.Duration;
import java.util.List;

/** Looks at its times which approved jobs are still open. */
public final class RecurringLooks implements Recurrence {

  private static final Duration JITTER = Duration.ofMinutes(10);

  private final Liveness liveness;
  private final SchedulesFile file;

  public RecurringLooks(Liveness liveness, SchedulesFile file) {
    this.liveness = liveness;
    this.file = file;
  }

  @Override
  public List<Recurring> current() {
    return List.of(
        new Recurring(
            "liveness:approved",
            t("schedules.still-open"),
            "/settings/schedules",
            file.current().stillOpen(),
            true,
            JITTER));
  }

  @Override
  public void begin(List<Recurring> due) {
    liveness.daily();
  }
}
