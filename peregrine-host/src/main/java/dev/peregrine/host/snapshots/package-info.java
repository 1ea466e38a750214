/** Copies of people's data, kept at an object store under the epoch of whoever made them. */
@NullMarked
package dev.peregrine.host.snapshots;

import org.jspecify.annotations.NullMarked;
