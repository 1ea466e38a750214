package dev.peregrine.host.apply;

import java.util.List;

/**
 * The letter once more, behind the one that is typed: what is marked in it.
 *
 * @param again whether it takes the place of one that is on the page
 */
record InkPart(List<Piece> pieces, boolean again) {

  InkPart {
    pieces = List.copyOf(pieces);
  }

  /** A piece of the text. */
  record Piece(String text, Ink ink) {}

  /** How a piece is marked. */
  enum Ink {
    PLAIN,
    /** Borne out by the résumé. */
    EVIDENCE,
    /** Not borne out, or still to be filled in. */
    DOUBT
  }
}
