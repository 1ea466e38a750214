/** A Peregrine to try: invented data, a copy for each visitor, and nobody is called. */
@NullMarked
package dev.peregrine.host.demo;

import org.jspecify.annotations.NullMarked;
