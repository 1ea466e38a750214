package dev.peregrine.testkit;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A calendar service as it speaks, kept in memory, and what the person does there. There is one
 * calendar that can be written to, and one that can only be read.
 */
public interface CalendarScene {

  /** How the service answers; called from several threads. */
  RecordedAnswer answer(RecordedRequest request);

  /** The person moves an event in the calendar. */
  void move(String uid, ZonedDateTime start);

  /** The person deletes an event in the calendar. */
  void delete(String uid);

  /** The person enters an event of their own, of that title. */
  void enter(String title);

  /** The titles of all events in the calendar. */
  List<String> titles();

  /** The service forgets what it changed before now: tokens of former calls are worth nothing. */
  void forget();
}
