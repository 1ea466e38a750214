package dev.peregrine.host.imap;

import java.time.Duration;
import java.util.List;

/**
 * What a try to read a mailbox came to.
 *
 * @param said the server's or the machine's own words, where it failed; may be empty
 * @param took how long it took
 * @param folders of the mailbox, where it could be opened
 * @param tellsAtOnce whether the server says by itself that a mail came (IDLE)
 */
public record Probed(
    ProbeFinding finding,
    String said,
    Duration took,
    List<ServerFolder> folders,
    boolean tellsAtOnce) {

  public Probed {
    folders = List.copyOf(folders);
  }

  public boolean isGood() {
    return finding == ProbeFinding.GOOD;
  }

  static Probed failed(ImapTrouble trouble, Duration took) {
    return new Probed(trouble.finding(), trouble.said(), took, List.of(), false);
  }
}
