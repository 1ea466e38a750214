/** What the person says of a round once it is over, for the next one. */
@NullMarked
package dev.peregrine.host.debriefs;

import org.jspecify.annotations.NullMarked;
