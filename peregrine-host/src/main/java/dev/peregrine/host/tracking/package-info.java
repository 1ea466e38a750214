/**
 * Tables elsewhere that jobs are pushed to, and what the person keeps in their own columns there.
 */
@NullMarked
package dev.peregrine.host.tracking;

import org.jspecify.annotations.NullMarked;
