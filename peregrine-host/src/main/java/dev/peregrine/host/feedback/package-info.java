/** Feedback about Peregrine: written here, seen whole, then posted to the project's tracker. */
@NullMarked
package dev.peregrine.host.feedback;

import org.jspecify.annotations.NullMarked;
