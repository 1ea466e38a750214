package dev.peregrine.host.invitations;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An event of an iCalendar file. All texts are a stranger's.
 *
 * @param uid lasting; one made of the event where the file gives none
 * @param sequence counts up with each change
 * @param stamp when it was written
 * @param status what the file says of how certain it is
 * @param title one line; may be empty
 * @param start empty where it has none that can be read
 * @param wholeDay the day, for an event without a time
 * @param zone how sure the zone of the start is
 * @param place one line
 * @param link of a video call
 * @param organiser name or address; may be empty
 * @param people names or addresses of those who were invited
 * @param repeats whether it is the first of several
 */
public record Invitation(
    String uid,
    int sequence,
    Optional<Instant> stamp,
    Status status,
    String title,
    Optional<ZonedDateTime> start,
    Optional<LocalDate> wholeDay,
    Zone zone,
    Duration length,
    Optional<String> place,
    Optional<URI> link,
    String organiser,
    List<String> people,
    boolean repeats) {

  /** How certain an event is. */
  public enum Status {
    UNSAID,
    TENTATIVE,
    CONFIRMED,
    CANCELLED
  }

  /** How sure the zone of a start is. */
  public enum Zone {
    /** The file names it, or the time is in UTC. */
    SAID,
    /** The file's name of it is unknown, but its rules are there: an offset from UTC. */
    RECKONED,
    /** The file says none that can be understood: the reader's own. */
    ASSUMED
  }
}
