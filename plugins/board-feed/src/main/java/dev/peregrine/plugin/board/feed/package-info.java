/** The board Feeds. */
@NullMarked
package dev.peregrine.plugin.board.feed;

import org.jspecify.annotations.NullMarked;
