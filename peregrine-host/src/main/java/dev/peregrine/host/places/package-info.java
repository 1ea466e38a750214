/** Cities and countries of the world by name, without asking anybody. */
@NullMarked
package dev.peregrine.host.places;

import org.jspecify.annotations.NullMarked;
