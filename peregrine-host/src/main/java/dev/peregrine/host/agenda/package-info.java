/** Interviews in the person's own calendars, kept in step in both directions. */
@NullMarked
package dev.peregrine.host.agenda;

import org.jspecify.annotations.NullMarked;
