package dev.peregrine.recipes;

import dev.peregrine.api.Posting;

/** Fills one field of a posting from a row; leaves it as it is where the row does not say. */
@FunctionalInterface
interface Filling {

  Posting fill(Posting posting, Row row);
}
