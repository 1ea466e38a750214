/** Career pages on Teamtailor. */
@NullMarked
package dev.peregrine.plugin.board.teamtailor;

import org.jspecify.annotations.NullMarked;
