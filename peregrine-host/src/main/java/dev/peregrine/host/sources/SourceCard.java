package dev.peregrine.host.sources;

import dev.peregrine.host.web.Icon;
import java.util.List;

/**
 * One board as it is now.
 *
 * @param tag a class for the state's colour
 * @param sentence why it is so, and when it was read or will be
 * @param bars its last readings, the oldest first
 * @param barsSaid the same in words; empty where there are none
 * @param filled what its postings say, in words; empty where nothing is known
 * @param settingsPath where its settings are
 * @param canTry whether it can be asked now
 * @param canAccept whether the person can say that it is right as it is
 */
record SourceCard(
    String id,
    String name,
    String state,
    String tag,
    Icon icon,
    String sentence,
    List<Bar> bars,
    String barsSaid,
    String filled,
    String settingsPath,
    boolean canTry,
    boolean canAccept) {

  /** Units of a bar's drawing. */
  static final int HEIGHT = 32;

  static final int STEP = 10;

  /**
   * A reading as a bar.
   *
   * @param all how high it is
   * @param fresh how much of it is new
   * @param failed whether there was nothing to read
   */
  record Bar(int x, int all, int fresh, boolean failed) {

    int top() {
      return HEIGHT - all;
    }

    int freshTop() {
      return HEIGHT - fresh;
    }
  }

  int width() {
    return Math.max(1, bars.size()) * STEP;
  }
}
