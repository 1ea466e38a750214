package dev.peregrine.host.calendar;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a round, and what can be done with it.
 *
 * @param here the address of the round
 * @param token the proof for forms
 * @param kind its kind, where the employer calls it something else
 * @param colour of the tag that says its state
 * @param when as the person's own clock shows it; empty without a date
 * @param there in the round's own zone, where that is another time
 * @param organiser who sent the invitation; empty for none
 * @param mail address of the mail that proposed it; empty for none
 */
record RoundPart(
    long id,
    String here,
    String token,
    int version,
    String what,
    String kind,
    String state,
    String colour,
    String when,
    String countdown,
    String there,
    boolean today,
    String place,
    Optional<Joining> link,
    List<Who> people,
    String organiser,
    String mail,
    Phase phase,
    After after,
    boolean dated) {

  /** Where a round stands in time. */
  enum Phase {
    TO_COME,
    OVER,
    CANCELLED
  }

  /** A call to join. */
  record Joining(String address, String host) {}

  /** Somebody who takes part; with the address of what is known of them, where something is. */
  record Who(String name, String path) {}

  /**
   * What is to do when it is over.
   *
   * @param outcome what the employer said, its key
   * @param thank whether somebody is to be thanked
   * @param thanked that they were, and when; empty where not
   */
  record After(String outcome, boolean thank, String thanked) {}

  boolean isToCome() {
    return phase == Phase.TO_COME;
  }

  boolean isOver() {
    return phase == Phase.OVER;
  }

  boolean isCancelled() {
    return phase == Phase.CANCELLED;
  }
}
