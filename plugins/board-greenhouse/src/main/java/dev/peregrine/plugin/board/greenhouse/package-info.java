/** Career pages on Greenhouse. */
@NullMarked
package dev.peregrine.plugin.board.greenhouse;

import org.jspecify.annotations.NullMarked;
