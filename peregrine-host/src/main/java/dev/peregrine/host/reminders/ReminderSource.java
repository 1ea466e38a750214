package dev.peregrine.host.reminders;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

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

  /**
   * Keys of the answers to mails that the person owes. Most mails want none: a confirmation that an
   * application arrived must not make it look as if the employer waited.
   */
  default Set<String> owed(Instant now) {
    return Set.of();
  }
}
