/** The board Glassdoor. */
@NullMarked
package dev.peregrine.plugin.board.glassdoor;

import org.jspecify.annotations.NullMarked;
