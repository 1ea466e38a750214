/** The board Jobicy. */
@NullMarked
package dev.peregrine.plugin.board.jobicy;

import org.jspecify.annotations.NullMarked;
