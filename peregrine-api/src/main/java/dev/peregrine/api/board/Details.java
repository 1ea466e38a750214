package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;

/** What calls of their own tell about postings, until it is clear that no more can be had. */
final class Details {

  /** So many failures in a row mean that all would fail. */
  private static final int IN_A_ROW = 3;

  private final BoardContext context;
  private final String whose;
  private boolean ended;
  private int inARow;

  /**
   * @param whose how the report of a failure begins
   */
  Details(BoardContext context, String whose) {
    this.context = context;
    this.whose = whose;
  }

  /** The posting with what its call tells, or as it is. */
  <R> Posting of(R row, Posting listed, Handover.DetailReader<R> reader)
      throws InterruptedException {
    if (ended) {
      return listed;
    }
    try {
      Posting complete = read(row, listed, reader);
      inARow = 0;
      return complete;
    } catch (ExtensionException failed) {
      inARow++;
      ended =
          inARow == IN_A_ROW || failed.kind() == Kind.REFUSED || failed.kind() == Kind.RATE_LIMITED;
      String what = ended ? "descriptions from posting \"%s\" on" : "description of posting \"%s\"";
      context.skipped(whose + what.formatted(listed.nativeId()), failed);
      return listed;
    }
  }

  private static <R> Posting read(R row, Posting listed, Handover.DetailReader<R> reader)
      throws ExtensionException, InterruptedException {
    try {
      return reader.complete(row, listed);
    } catch (RuntimeException unreadable) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The description has another form than expected. Look for an update of this plugin.",
          unreadable);
    }
  }
}
