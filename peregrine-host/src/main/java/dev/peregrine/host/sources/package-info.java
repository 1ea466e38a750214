/** How the boards do: what each brought of late, what is wrong with it, what can be done. */
@NullMarked
package dev.peregrine.host.sources;

import org.jspecify.annotations.NullMarked;
