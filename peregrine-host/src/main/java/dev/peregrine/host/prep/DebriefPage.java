package dev.peregrine.host.prep;

import dev.peregrine.host.interviews.Frame;
import java.util.List;

/**
 * What the person says of a round once it is over.
 *
 * @param what the round
 * @param seen the version that it was drawn from; 0 for none
 * @param theirs what another window saved meanwhile; empty where none did
 * @param notes of the round, to look at
 */
record DebriefPage(
    Frame frame,
    String what,
    String here,
    int seen,
    String asked,
    String well,
    String prepare,
    int mood,
    List<String> theirs,
    String notes) {

  /** How many rows a field of that text has. */
  static int rows(String text) {
    return (int) Math.clamp(text.lines().count() + 1, 4, 16);
  }
}
