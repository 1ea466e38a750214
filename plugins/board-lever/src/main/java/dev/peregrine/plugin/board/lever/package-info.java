/** Career pages on Lever. */
@NullMarked
package dev.peregrine.plugin.board.lever;

import org.jspecify.annotations.NullMarked;
