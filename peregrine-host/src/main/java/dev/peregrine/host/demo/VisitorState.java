package dev.peregrine.host.demo;

import dev.peregrine.host.tiers.Tier;

/**
 * How far a visitor is.
 *
 * @param tier the one that they try
 * @param step of the tour, from 1; 0 before it was begun or after it was left
 * @param toured whether the tour was left or finished
 */
public record VisitorState(Tier tier, int step, boolean toured) {

  static final VisitorState BEGINNING = new VisitorState(Tier.triedFirst(), 0, false);

  VisitorState withTier(Tier other) {
    return new VisitorState(other, step, toured);
  }

  VisitorState at(int other) {
    return new VisitorState(tier, other, toured);
  }

  VisitorState done() {
    return new VisitorState(tier, 0, true);
  }
}
