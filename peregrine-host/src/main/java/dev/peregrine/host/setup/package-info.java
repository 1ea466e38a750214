/** The first screen: what work, where, and a résumé. */
@NullMarked
package dev.peregrine.host.setup;

import org.jspecify.annotations.NullMarked;
