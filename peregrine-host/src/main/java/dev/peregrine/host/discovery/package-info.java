/** Searches boards by search profile, with an outcome and reasons per board. */
@NullMarked
package dev.peregrine.host.discovery;

import org.jspecify.annotations.NullMarked;
