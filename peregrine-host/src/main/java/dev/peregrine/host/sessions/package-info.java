/** Who somebody is, by the session that they were given elsewhere. */
@NullMarked
package dev.peregrine.host.sessions;

import org.jspecify.annotations.NullMarked;
