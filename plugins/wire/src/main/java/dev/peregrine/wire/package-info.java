/** What plugins that speak with a server share: writing JSON, reading how long to wait. */
@NullMarked
package dev.peregrine.wire;

import org.jspecify.annotations.NullMarked;
