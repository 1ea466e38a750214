/** The board Naukri. */
@NullMarked
package dev.peregrine.plugin.board.naukri;

import org.jspecify.annotations.NullMarked;
