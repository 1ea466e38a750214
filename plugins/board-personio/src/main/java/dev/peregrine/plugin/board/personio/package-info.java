/** Career pages on Personio. */
@NullMarked
package dev.peregrine.plugin.board.personio;

import org.jspecify.annotations.NullMarked;
