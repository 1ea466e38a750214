package dev.peregrine.host.agenda;

import dev.peregrine.host.rounds.Round;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/** What the person changed of a round in their calendar, until they decide. */
public sealed interface CalendarChange {

  /** The round as it is here. */
  Round round();

  /** What calendars know it by. */
  String uid();

  /**
   * It is at another time or place there.
   *
   * @param start in the round's zone
   * @param place the one there, where it is another
   */
  record Moved(
      Round round, String uid, ZonedDateTime start, Duration length, Optional<String> place)
      implements CalendarChange {}

  /** It was deleted or called off there. */
  record Gone(Round round, String uid) implements CalendarChange {}
}
