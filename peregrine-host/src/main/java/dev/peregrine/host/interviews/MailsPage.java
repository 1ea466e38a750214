package dev.peregrine.host.interviews;

import java.util.List;

/**
 * The mails of an application.
 *
 * @param here the address
 * @param signals what waits for the person, the newest first
 * @param mails all others, the newest first
 */
record MailsPage(Frame frame, String here, List<SignalPart> signals, List<Line> mails) {

  /**
   * A mail of which nothing is to be decided.
   *
   * @param label what it means; empty for those that the person wrote
   * @param became what was done with it
   * @param reopens whether it can be decided on again
   * @param proposals rounds that it proposes
   */
  record Line(
      long id,
      boolean own,
      String who,
      String when,
      String subject,
      String label,
      String became,
      String text,
      boolean reopens,
      List<ProposalPart> proposals) {}

  String token() {
    return frame.token();
  }

  boolean isEmpty() {
    return signals.isEmpty() && mails.isEmpty();
  }
}
