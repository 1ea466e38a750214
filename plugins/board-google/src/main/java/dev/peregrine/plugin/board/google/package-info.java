/** The board Google Jobs. */
@NullMarked
package dev.peregrine.plugin.board.google;

import org.jspecify.annotations.NullMarked;
