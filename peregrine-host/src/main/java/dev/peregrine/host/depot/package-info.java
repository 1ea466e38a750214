/** The page of what is kept at a document store. */
@NullMarked
package dev.peregrine.host.depot;

import org.jspecify.annotations.NullMarked;
