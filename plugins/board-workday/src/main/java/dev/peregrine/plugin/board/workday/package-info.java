/** Career pages on Workday. */
@NullMarked
package dev.peregrine.plugin.board.workday;

import org.jspecify.annotations.NullMarked;
