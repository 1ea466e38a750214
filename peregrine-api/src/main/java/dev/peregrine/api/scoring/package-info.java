/** Scorers: how well a posting fits a person, and why. */
@NullMarked
package dev.peregrine.api.scoring;

import org.jspecify.annotations.NullMarked;
