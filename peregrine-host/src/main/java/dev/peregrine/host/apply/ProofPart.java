package dev.peregrine.host.apply;

import java.util.List;

/**
 * What the letter claims, and what bears it out.
 *
 * @param resume the name of the résumé that it was held against; empty for none
 * @param doubts sentences with what the résumé does not bear out
 * @param places in brackets, still to be filled in
 * @param proofs what it does bear out
 * @param again whether it takes the place of one that is on the page
 */
record ProofPart(
    long job,
    boolean hasLetter,
    String resume,
    String resumePath,
    List<Doubtful> doubts,
    List<String> places,
    List<Proof> proofs,
    List<Place> homes,
    boolean again,
    String token) {

  ProofPart {
    doubts = List.copyOf(doubts);
    places = List.copyOf(places);
    proofs = List.copyOf(proofs);
    homes = List.copyOf(homes);
  }

  /**
   * A sentence with claims that nothing bears out.
   *
   * @param pieces of the sentence
   * @param start where it begins in the letter
   */
  record Doubtful(List<InkPart.Piece> pieces, int start, int end, List<Doubt> doubts) {}

  /**
   * A claim that nothing bears out.
   *
   * @param start where it begins in the letter
   * @param proposed words for the résumé
   * @param home the key of the place in the résumé where it belongs
   */
  record Doubt(String text, String why, int start, String proposed, String home) {}

  /** A claim and what bears it out. */
  record Proof(String text, String fact, String path) {}

  /** A place in a résumé. */
  record Place(String key, String name) {}

  boolean isClear() {
    return doubts.isEmpty() && places.isEmpty();
  }
}
