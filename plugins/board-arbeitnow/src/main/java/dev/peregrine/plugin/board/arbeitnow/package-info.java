/** The board Arbeitnow. */
@NullMarked
package dev.peregrine.plugin.board.arbeitnow;

import org.jspecify.annotations.NullMarked;
