package dev.peregrine.plugin.board.naukri;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;

/**
 * Completes the postings of one search with what stands only in the answer for each. A posting is
 * good without it, and the host can ask for it later: after a few failures in a row it is no longer
 * asked for.
 */
final class Details {

  private static final int MOST_FAILURES = 2;

  private final boolean wanted;
  private final BoardContext context;
  private int failures;

  Details(boolean wanted, BoardContext context) {
    this.wanted = wanted;
    this.context = context;
  }

  Posting of(Posting found) throws InterruptedException {
    if (!wanted || failures >= MOST_FAILURES) {
      return found;
    }
    try {
      Posting complete = NaukriBoard.detail(found.nativeId(), context).complete(found);
      failures = 0;
      return complete;
    } catch (ExtensionException missing) {
      failures++;
      context.log().log(System.Logger.Level.INFO, "No details: {0}", missing.getMessage());
      return found;
    }
  }
}
