package dev.peregrine.host.prep;

import java.util.List;

/**
 * What a model has to say about a story.
 *
 * @param locked why none can be asked; empty where one can
 * @param lockedPath where that is mended; empty for nowhere
 * @param task the number of the task that runs; 0 for none
 * @param failed why the last one failed; empty where it did not
 * @param questions what only the person can know
 * @param by the model; empty where nothing is suggested
 */
record StoryHelpPart(
    long id,
    String locked,
    String lockedPath,
    long task,
    String step,
    String failed,
    List<Offer> parts,
    List<String> questions,
    String by) {

  /**
   * What it would tell for a part.
   *
   * @param doubts what neither résumé nor person said, a sentence each
   */
  record Offer(String key, String label, List<Piece> pieces, List<String> doubts) {}

  /** Some of a text. */
  record Piece(String text, boolean doubted) {}

  String here() {
    return "/stories/" + id;
  }

  boolean running() {
    return task > 0;
  }
}
