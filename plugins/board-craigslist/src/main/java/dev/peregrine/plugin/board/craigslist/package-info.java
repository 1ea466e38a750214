/** The board Craigslist. */
@NullMarked
package dev.peregrine.plugin.board.craigslist;

import org.jspecify.annotations.NullMarked;
