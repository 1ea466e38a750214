/** The page Today: what is due, smallest first, and one thing at a time. */
@NullMarked
package dev.peregrine.host.today;

import org.jspecify.annotations.NullMarked;
