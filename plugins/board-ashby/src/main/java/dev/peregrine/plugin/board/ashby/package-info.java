/** Career pages on Ashby. */
@NullMarked
package dev.peregrine.plugin.board.ashby;

import org.jspecify.annotations.NullMarked;
