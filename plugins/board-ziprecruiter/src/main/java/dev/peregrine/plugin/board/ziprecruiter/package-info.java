/** The board ZipRecruiter. */
@NullMarked
package dev.peregrine.plugin.board.ziprecruiter;

import org.jspecify.annotations.NullMarked;
