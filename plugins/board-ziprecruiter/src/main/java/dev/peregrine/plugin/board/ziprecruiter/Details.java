package dev.peregrine.plugin.board.ziprecruiter;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import java.util.HashSet;
import java.util.Set;

/**
 * The pages of the postings that one search finds: each asked for once, where they are wanted. One
 * that fails costs only its description; after a refusal, or several failures in a row, no more are
 * asked for.
 */
final class Details {

  /** Reads the page of one posting. */
  interface Reader {
    Posting complete(Posting listed) throws ExtensionException, InterruptedException;
  }

  private static final int MOST_FAILURES = 3;

  private final BoardContext context;
  private final Reader reader;
  private final Set<String> seen = new HashSet<>();
  private final int skippedAtFirst;
  private boolean wanted;
  private int failures;

  Details(BoardQuery query, BoardContext context, Reader reader) {
    this.context = context;
    this.reader = reader;
    this.skippedAtFirst = query.offset();
    this.wanted = query.fullDescriptions();
  }

  /** The posting with what its page tells; as it is where it will not be handed over anyway. */
  Posting of(Posting listed) throws InterruptedException {
    boolean fresh = seen.add(listed.nativeId());
    if (!wanted || !fresh || seen.size() <= skippedAtFirst) {
      return listed;
    }
    try {
      Posting complete = reader.complete(listed);
      failures = 0;
      return complete;
    } catch (ExtensionException failed) {
      failures++;
      wanted = failures < MOST_FAILURES && !isRefusal(failed);
      context.skipped(
          (wanted ? "Description of posting %s" : "Descriptions from posting %s on")
              .formatted(listed.nativeId()),
          failed);
      return listed;
    }
  }

  private static boolean isRefusal(ExtensionException failed) {
    return failed.kind() == Kind.REFUSED || failed.kind() == Kind.RATE_LIMITED;
  }
}
