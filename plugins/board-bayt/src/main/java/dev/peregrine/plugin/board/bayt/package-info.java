/** The board Bayt. */
@NullMarked
package dev.peregrine.plugin.board.bayt;

import org.jspecify.annotations.NullMarked;
