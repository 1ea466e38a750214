/** The board Hacker News. */
@NullMarked
package dev.peregrine.plugin.board.hackernews;

import org.jspecify.annotations.NullMarked;
