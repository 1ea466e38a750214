/** Tells open pages which topic changed, so that nothing polls. */
@NullMarked
package dev.peregrine.host.live;

import org.jspecify.annotations.NullMarked;
