/** The only place that knows everything: wiring and command line. */
@NullMarked
package dev.peregrine.host.boot;

import org.jspecify.annotations.NullMarked;
