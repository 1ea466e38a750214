package dev.peregrine.host.interviews;

import java.util.Optional;

/**
 * An application on the board.
 *
 * @param stage the key of the stage at which it was drawn
 * @param company with the place
 * @param tag a word beside the title, such as that a survey waits; empty for none
 * @param facts match, pay and the like, on one line; empty where nothing is known
 * @param next its next date
 * @param clock how long it has been there, or quiet, where it has no date
 * @param signal what the newest mail says that waits for the person
 * @param contact when there was contact last; empty for never
 * @param step what to do next; empty for nothing
 * @param silent whether nobody answered for longer than the person waits
 * @param first whether it is what comes next of all
 * @param moved whether it was moved just now
 */
record Tile(
    long id,
    String stage,
    String title,
    String company,
    String tag,
    String facts,
    Optional<NextDate> next,
    String clock,
    Optional<SignalPart> signal,
    String contact,
    Optional<Step> step,
    boolean silent,
    boolean first,
    boolean moved) {

  /** What to do next, and where. */
  record Step(String label, String path) {}

  /** Whether it stands in the first lane, where many stand. */
  boolean inFront() {
    return stage.equals("applied") || stage.equals("survey");
  }

  /** What a box says that chooses it. */
  String seen() {
    return id + ":" + stage;
  }
}
