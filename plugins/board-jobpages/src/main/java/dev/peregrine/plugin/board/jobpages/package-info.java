/** The board Job pages. */
@NullMarked
package dev.peregrine.plugin.board.jobpages;

import org.jspecify.annotations.NullMarked;
