package dev.peregrine.host.proposals;

import java.util.List;

/**
 * The part of the page that follows what is going on.
 *
 * @param resume about which is asked; 0 where there is none
 * @param problem why nothing can be asked; empty where something can
 * @param problemPath where that is mended; empty for nowhere
 * @param leaving what becomes of what is sent, as a sentence; empty where nothing is
 */
record ProposalsPart(
    String token,
    long resume,
    String problem,
    String problemPath,
    String leaving,
    boolean away,
    List<Card> cards) {

  /**
   * One kind of proposals.
   *
   * @param locked why it cannot be asked for; empty where it can
   * @param task the number of the task that runs; 0 for none
   * @param step what it does now
   * @param failed why the last one failed; empty where it did not
   * @param said what came of the last one, where nothing waits
   * @param profiles search profiles to choose from, for titles
   */
  record Card(
      ProposalKind kind,
      String title,
      String about,
      String locked,
      long task,
      String step,
      String failed,
      String said,
      List<String> profiles,
      List<Item> items) {

    String key() {
      return kind.key();
    }

    boolean running() {
      return task > 0;
    }

    boolean asksForSample() {
      return kind == ProposalKind.VOICE;
    }

    /** Whether its proposals are names and no sentences. */
    boolean names() {
      return kind == ProposalKind.SKILLS || kind == ProposalKind.TITLES;
    }

    boolean needsProfile() {
      return kind == ProposalKind.TITLES;
    }
  }

  /**
   * A proposal.
   *
   * @param earlier what stands there; empty where it is new
   * @param pieces the wording, with what the résumé does not bear out
   * @param doubts why not, a sentence each
   * @param evidence the line of the résumé that bears it out; may be empty
   * @param stale whether what it was to replace has changed
   */
  record Item(
      long id,
      String about,
      String earlier,
      String text,
      List<Piece> pieces,
      List<String> doubts,
      String evidence,
      boolean unshown,
      boolean stale,
      String by) {

    int rows() {
      return (int) Math.clamp(text.length() / 70 + 1, 2, 10);
    }

    String name() {
      return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
  }

  /** Some of a wording. */
  record Piece(String text, boolean doubted) {}
}
