/** The board Himalayas. */
@NullMarked
package dev.peregrine.plugin.board.himalayas;

import org.jspecify.annotations.NullMarked;
