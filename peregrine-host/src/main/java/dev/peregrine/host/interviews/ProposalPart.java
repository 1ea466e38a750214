package dev.peregrine.host.interviews;

import java.util.List;

/**
 * What a mail proposes for a round.
 *
 * @param path of the proposal
 * @param notes what to look at twice
 * @param times of which one is chosen
 * @param query what is added to addresses, so that the same is drawn again
 */
record ProposalPart(
    long id, String path, String says, List<String> notes, List<Time> times, String query) {

  /**
   * Something to agree to.
   *
   * @param label of its button
   */
  record Time(int number, String label) {}

  /** The address of something to do. */
  String doing(String what) {
    return path + "/" + what + query;
  }

  boolean isOnBoard() {
    return !query.isEmpty();
  }
}
