/** The board Indeed. */
@NullMarked
package dev.peregrine.plugin.board.indeed;

import org.jspecify.annotations.NullMarked;
