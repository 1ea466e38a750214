package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import java.util.List;

/**
 * One board, asked without storing anything.
 *
 * @param postings what passed the filters, in the board's order
 * @param outcome what the run would say of the board
 */
public record BoardTry(List<Posting> postings, BoardOutcome outcome) {

  public BoardTry {
    postings = List.copyOf(postings);
  }
}
