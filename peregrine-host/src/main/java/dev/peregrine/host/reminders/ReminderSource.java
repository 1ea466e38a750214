package dev.peregrine.host.reminders;

import java.time.ZonedDateTime;
import java.util.List;

/** Somebody who knows what is due. */
@FunctionalInterface
public interface ReminderSource {

  /**
   * What is due for the current tenant, whatever became of it; texts in the language of the
   * request. Asked for at each look at Home, so it must be quick.
   *
   * @param now in the person's zone
   */
  List<Reminder> due(ZonedDateTime now);
}
