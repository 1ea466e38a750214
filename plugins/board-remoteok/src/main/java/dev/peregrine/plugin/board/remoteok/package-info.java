/** The board Remote OK. */
@NullMarked
package dev.peregrine.plugin.board.remoteok;

import org.jspecify.annotations.NullMarked;
