package dev.peregrine.host.backup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.schedules.Recurrence;
import dev.peregrine.host.schedules.Recurring;
import java.time.Duration;
import java.util.List;

/** Makes backups at their times. Nobody else is asked for anything, so quiet hours do not count. */
public final class RecurringBackups implements Recurrence {

  private final BackupTasks tasks;

  public RecurringBackups(BackupTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public List<Recurring> current() {
    return List.of(
        new Recurring(
            "backup:all",
            t("schedules.backup"),
            BackupRoutes.HERE,
            tasks.schedule().every(),
            false,
            Duration.ZERO));
  }

  @Override
  public void begin(List<Recurring> due) {
    tasks.makeScheduled();
  }
}
