package dev.peregrine.host.interviews;

import java.util.List;

/**
 * What happened to an application.
 *
 * @param events the newest first
 */
record TimelinePage(Frame frame, List<Line> events) {

  /**
   * Something that happened.
   *
   * @param told when it was told, where that was not when it happened
   */
  record Line(String text, String when, String told, boolean now) {}
}
