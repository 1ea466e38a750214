/** Which conversation and which application a mail belongs to, and why. */
@NullMarked
package dev.peregrine.host.matching;

import org.jspecify.annotations.NullMarked;
