package dev.peregrine.plugin.board.arbeitnow;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hands the postings of one search over: each once, no more than were asked for. A row that cannot
 * be read costs only itself; an answer in which no row can be read is a changed board.
 */
final class Handover {

  /** Reads one row of an answer. Empty where the row is no posting or was not asked for. */
  interface RowReader<R> {
    Optional<Posting> read(R row) throws ExtensionException;
  }

  private final BoardContext context;
  private final Consumer<Posting> found;
  private final Set<String> seen = new HashSet<>();
  private final int limit;
  private int toLeaveOut;
  private int handedOver;

  Handover(BoardQuery query, BoardContext context, Consumer<Posting> found) {
    this.context = context;
    this.found = found;
    this.limit = query.limit();
    this.toLeaveOut = query.offset();
  }

  boolean isFull() {
    return handedOver >= limit;
  }

  /** Takes the rows of one answer; says whether any of them had not been there before. */
  <R> boolean take(List<R> rows, RowReader<R> reader)
      throws ExtensionException, InterruptedException {
    int before = seen.size();
    int broken = 0;
    for (int i = 0; i < rows.size() && !isFull(); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Optional<Posting> posting;
      try {
        posting = reader.read(rows.get(i));
      } catch (ExtensionException unreadable) {
        context.skipped("row " + (i + 1), unreadable);
        broken++;
        continue;
      }
      if (posting.isPresent() && seen.add(posting.get().nativeId())) {
        handOver(posting.get());
      }
    }
    if (broken > 0 && broken == rows.size()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "Arbeitnow: none of \"%d\" rows could be read; the board has changed its format. Look for an update of this plugin."
              .formatted(rows.size()));
    }
    return seen.size() > before;
  }

  private void handOver(Posting posting) {
    if (toLeaveOut > 0) {
      toLeaveOut--;
    } else {
      handedOver++;
      found.accept(posting);
    }
  }
}
