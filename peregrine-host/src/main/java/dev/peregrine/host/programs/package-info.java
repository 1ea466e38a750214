/** Other programs that act for the person, and the tokens by which they are known. */
@NullMarked
package dev.peregrine.host.programs;

import org.jspecify.annotations.NullMarked;
