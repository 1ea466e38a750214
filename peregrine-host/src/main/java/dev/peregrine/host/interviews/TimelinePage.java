package dev.peregrine.host.interviews;

import java.util.List;
import java.util.Optional;

/**
 * What happened to an application.
 *
 * @param stamps when each stage was entered, the first first
 * @param events the newest first
 * @param problem why what was typed was not stored
 */
record TimelinePage(Frame frame, List<Stamp> stamps, List<Line> events, Optional<String> problem) {

  /**
   * A stage that was entered.
   *
   * @param took how long it took until the next one; empty for the last
   */
  record Stamp(String stage, String when, String took) {}

  /**
   * Something that happened.
   *
   * @param told when it was told, where that was not when it happened
   * @param event to correct it by; -1 where it cannot be corrected
   * @param typed what stands in the field
   */
  record Line(
      String text, String when, String told, boolean now, long event, String typed, boolean open) {

    boolean isCorrectable() {
      return event >= 0;
    }
  }
}
