package dev.peregrine.host.research;

import dev.peregrine.host.research.Looked.Outcome;
import dev.peregrine.host.research.Looked.Place;

/** A search that gave nothing to go by. */
final class SearchException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final String detail;

  SearchException(Outcome outcome, String detail) {
    super("The search is %s: %s".formatted(outcome.key(), detail));
    this.outcome = outcome;
    this.detail = detail;
  }

  /** The same as the person reads it beside a brief. */
  Looked looked() {
    return new Looked(Place.SEARCH, outcome, 0, detail);
  }
}
