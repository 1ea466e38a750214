/** Outgoing calls, for extensions and for pasted links. */
@NullMarked
package dev.peregrine.host.http;

import org.jspecify.annotations.NullMarked;
