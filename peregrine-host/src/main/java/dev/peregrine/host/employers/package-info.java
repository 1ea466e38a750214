/** Employers whose own pages are read: recognised, looked up, watched. */
@NullMarked
package dev.peregrine.host.employers;

import org.jspecify.annotations.NullMarked;
