package dev.peregrine.host.interviews;

import java.util.List;

/**
 * What a mail says of an application, with what the person can do about it.
 *
 * @param id of the mail
 * @param path of the mail within its application
 * @param kind the colour
 * @param says in words
 * @param quote the sentence that says most
 * @param who sent it, and when
 * @param cut whether there is more of the text than is shown
 * @param move where the form is that moves the application; empty where there is nowhere to move
 * @param moveLabel where to
 * @param labels what it could mean else
 * @param proposals rounds that it proposes
 * @param query what is added to addresses, so that the same is drawn again
 * @param more how many more there are; empty for none
 */
record SignalPart(
    long id,
    String path,
    String kind,
    String says,
    String quote,
    String who,
    String subject,
    String text,
    boolean cut,
    String move,
    String moveLabel,
    List<MoveChoices.Choice> labels,
    List<ProposalPart> proposals,
    String query,
    String more) {

  /** The address of something to do. */
  String doing(String what) {
    return path + "/" + what + query;
  }

  boolean isOnBoard() {
    return !query.isEmpty();
  }
}
