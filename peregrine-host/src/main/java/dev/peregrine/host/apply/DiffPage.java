package dev.peregrine.host.apply;

import java.util.List;

/**
 * An older version of a letter beside the one in use.
 *
 * @param how the older one came to be, and when
 * @param pieces of both texts, in order
 */
record DiffPage(Frame frame, int number, String how, boolean inUse, List<TextDiff.Piece> pieces) {}
