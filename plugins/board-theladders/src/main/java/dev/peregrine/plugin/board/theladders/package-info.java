/** The board TheLadders. */
@NullMarked
package dev.peregrine.plugin.board.theladders;

import org.jspecify.annotations.NullMarked;
