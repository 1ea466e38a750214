package dev.peregrine.host.reminders;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Something that is due.
 *
 * @param key the same as long as it is the same: what was done does not come back under it
 * @param job that it is about, if any
 * @param title what to do, in the language of the request
 * @param why it is due, in one line
 * @param button what the link says that leads to where it is done; empty for nowhere
 * @param path where that is
 * @param due since when
 * @param minutes how long it takes, about
 */
public record Reminder(
    String key,
    Kind kind,
    OptionalLong job,
    String title,
    String why,
    String button,
    String path,
    Instant due,
    int minutes) {

  /** What it is about. */
  public enum Kind {
    /** Noted by the person. */
    OWN,
    REPLY,
    FOLLOW_UP,
    THANKS,
    /** A silence is long enough to close the application. */
    CLOSE,
    /** Something is near for which one prepares. */
    PREPARE,
    /** Something ends. */
    DEADLINE
  }
}
