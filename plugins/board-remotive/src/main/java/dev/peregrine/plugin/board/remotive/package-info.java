/** The board Remotive. */
@NullMarked
package dev.peregrine.plugin.board.remotive;

import org.jspecify.annotations.NullMarked;
