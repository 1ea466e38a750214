/** Boards: where postings are found. */
@NullMarked
package dev.peregrine.api.board;

import org.jspecify.annotations.NullMarked;
