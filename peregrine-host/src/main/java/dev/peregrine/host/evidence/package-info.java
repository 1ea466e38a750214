/** Holds what a text says of the person against what the résumé says. */
@NullMarked
package dev.peregrine.host.evidence;

import org.jspecify.annotations.NullMarked;
