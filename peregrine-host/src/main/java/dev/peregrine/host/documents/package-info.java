/** Reads documents that people give us, in a process of its own with little memory and time. */
@NullMarked
package dev.peregrine.host.documents;

import org.jspecify.annotations.NullMarked;
