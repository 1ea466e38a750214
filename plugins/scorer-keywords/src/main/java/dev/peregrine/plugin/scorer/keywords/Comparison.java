package dev.peregrine.plugin.scorer.keywords;

import java.util.List;

/**
 * How alike a person and a posting are.
 *
 * @param cosine 0 to 1
 * @param shared the posting's words that are in both, with what each adds to the cosine
 * @param missing the posting's words that the person lacks
 */
record Comparison(double cosine, List<Shared> shared, List<Term> missing) {

  /** A word of both texts. */
  record Shared(Term term, double share) {}
}
