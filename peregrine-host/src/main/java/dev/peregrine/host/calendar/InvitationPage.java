package dev.peregrine.host.calendar;

import dev.peregrine.host.interviews.Frame;
import java.util.List;

/**
 * What an invitation would do, before it does.
 *
 * @param back the address of all rounds
 * @param text the file, to be taken as it was read
 * @param problem why it was not read; empty for nothing
 */
record InvitationPage(
    Frame frame, String here, String back, String text, String problem, List<Event> events) {

  /**
   * An event of the file.
   *
   * @param number its place in the file
   * @param says what would be done, or why nothing
   * @param takes whether it can be taken
   * @param version of the round that it changes; 0 for none
   * @param elsewhere the address of the round of another application; empty for none
   */
  record Event(
      int number,
      String title,
      String says,
      boolean takes,
      int version,
      String elsewhere,
      List<String> notes,
      List<Fact> facts,
      List<RoundsPage.Choice> kinds,
      String kind) {}

  /**
   * Something that it says.
   *
   * @param before what the round says now; empty where it says the same, or there is none
   */
  record Fact(String label, String before, String now) {}

  /** Whether anything can be taken. */
  boolean takes() {
    return events.stream().anyMatch(Event::takes);
  }
}
