/** The board We Work Remotely. */
@NullMarked
package dev.peregrine.plugin.board.weworkremotely;

import org.jspecify.annotations.NullMarked;
