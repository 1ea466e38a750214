package dev.peregrine.host.reminders;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What the person wants to be reminded of.
 *
 * @param day from which it is due
 * @param minutes how long it takes, about
 * @param version grows with each save
 */
public record OwnReminder(
    long id, OptionalLong job, String text, LocalDate day, int minutes, int version) {

  static final String KEY = "own:";

  /** As {@link Reminder#key}. */
  public String key() {
    return KEY + id;
  }
}
