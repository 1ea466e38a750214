/** Career pages on BambooHR. */
@NullMarked
package dev.peregrine.plugin.board.bamboohr;

import org.jspecify.annotations.NullMarked;
