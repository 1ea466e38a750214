package dev.peregrine.host.calendar;

import dev.peregrine.host.interviews.Frame;
import java.util.List;

/**
 * The rounds of an application.
 *
 * @param here the address of this page
 * @param coming those to come, the next first
 * @param past those that are over or cancelled, the last first
 * @param fresh the form for another
 * @param add whether that form stands open
 */
record RoundsPage(
    Frame frame, String here, List<Card> coming, List<Card> past, Fields fresh, boolean add) {

  /** A round with its notes. */
  record Card(RoundPart round, String notes, NotedPart noted) {}

  /** A form with what can be chosen in it. */
  record Fields(
      RoundForm form,
      List<Choice> kinds,
      List<String> zones,
      List<String> known,
      boolean twoHours) {}

  /** One of several. */
  record Choice(String key, String label) {}

  boolean isEmpty() {
    return coming.isEmpty() && past.isEmpty();
  }

  String invitation() {
    return "/interviews/%d/invitation".formatted(frame.id());
  }

  static String path(long job) {
    return "/interviews/%d/rounds".formatted(job);
  }

  static String path(long job, long round) {
    return path(job) + "/" + round;
  }
}
