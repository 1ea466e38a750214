package dev.peregrine.host.digests;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * The mails that list postings.
 *
 * @param one whether only one of them is shown
 * @param more where those after them are; empty where there are none
 */
record DigestsPage(
    Shell shell,
    List<DigestCard> cards,
    boolean one,
    String more,
    List<Ended> ended,
    String token) {

  /** One that left the list. */
  record Ended(long id, String subject, String what) {}
}
