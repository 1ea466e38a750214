/** Background work with progress, cancellation and a result. */
@NullMarked
package dev.peregrine.host.tasks;

import org.jspecify.annotations.NullMarked;
