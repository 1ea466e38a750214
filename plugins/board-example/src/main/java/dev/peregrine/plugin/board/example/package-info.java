/** The living template for authors of boards. */
@NullMarked
package dev.peregrine.plugin.board.example;

import org.jspecify.annotations.NullMarked;
