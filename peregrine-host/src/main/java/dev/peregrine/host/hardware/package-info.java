/** What the machine can do, and which services run on it. */
@NullMarked
package dev.peregrine.host.hardware;

import org.jspecify.annotations.NullMarked;
