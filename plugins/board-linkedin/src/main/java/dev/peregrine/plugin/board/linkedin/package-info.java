/** The board LinkedIn. */
@NullMarked
package dev.peregrine.plugin.board.linkedin;

import org.jspecify.annotations.NullMarked;
