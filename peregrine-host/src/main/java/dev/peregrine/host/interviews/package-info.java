/**
 * What comes after an application: the board of those that run, and the frame of one with its tabs.
 * Other features fill the tabs; they know this package, it knows none of them. Uses {@code review}
 * for how stages, places and pay are said.
 */
@NullMarked
package dev.peregrine.host.interviews;

import org.jspecify.annotations.NullMarked;
