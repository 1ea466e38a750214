/** Tables elsewhere as the person sets them up and looks at them. */
@NullMarked
package dev.peregrine.host.trackers;

import org.jspecify.annotations.NullMarked;
