package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.plugins.Extension;
import java.util.List;
import java.util.Optional;

/**
 * What a run asks one board.
 *
 * @param board whom
 * @param searches one after the other
 * @param force whether to ask even while it rests
 */
record Errand(Extension<JobBoard> board, List<Search> searches, boolean force) {

  Errand {
    searches = List.copyOf(searches);
  }

  BoardDescriptor descriptor() {
    return (BoardDescriptor) board.descriptor();
  }

  /**
   * One call of the board.
   *
   * @param gates of the profiles it is for; a posting passes that one of them lets through
   * @param most how many new postings to keep
   */
  record Search(BoardQuery query, List<Gate> gates, int most) {

    Search {
      gates = List.copyOf(gates);
    }

    Optional<Hidden> hides(Posting posting) {
      Optional<Hidden> first = Optional.empty();
      for (Gate gate : gates) {
        Optional<Hidden> hidden = gate.hides(posting);
        if (hidden.isEmpty()) {
          return Optional.empty();
        }
        first = first.or(() -> hidden);
      }
      return first;
    }
  }
}
