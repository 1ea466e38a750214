/** The contract of boards that are recipes. */
@NullMarked
package dev.peregrine.testkit.recipes;

import org.jspecify.annotations.NullMarked;
