package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import java.util.List;

/**
 * One board, asked without storing anything.
 *
 * @param postings what passed the filters, in the board's order
 * @param outcome what the run would say of the board
 * @param skipped what could not be read, each with its reason; the first ones
 */
public record BoardTry(List<Posting> postings, BoardOutcome outcome, List<String> skipped) {

  public BoardTry {
    postings = List.copyOf(postings);
    skipped = List.copyOf(skipped);
  }
}
